import { LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Dropdown, Layout } from 'antd';
import { Link, NavLink, Outlet, useNavigate } from 'react-router';
import type { Me } from '../../api/contract/session.js';
import { roleWords } from '../texts/words.js';
import { useMe, useSignOut } from './me.js';
import { menuOf } from './menu.js';

/** What stands around every page: where one is, where one may go, who one is. */
export function Shell() {
  const me = useMe();

  return (
    <Layout style={{ minHeight: '100vh', background: 'transparent' }}>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <Layout.Header style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
        <Link to="/" style={{ color: '#fff', fontSize: 18, fontWeight: 600, whiteSpace: 'nowrap' }}>
          回音
        </Link>
        {me ? <SignedIn me={me} /> : <Visitor />}
      </Layout.Header>
      <main id="main" tabIndex={-1} style={{ outline: 'none' }}>
        <Outlet />
      </main>
    </Layout>
  );
}

function SignedIn({ me }: { me: Me }) {
  return (
    <>
      <nav aria-label="主菜单" className="menu">
        {menuOf(me).map(({ path, label }) => (
          <NavLink key={path} to={path}>
            {label}
          </NavLink>
        ))}
      </nav>
      <Account me={me} />
    </>
  );
}

function Account({ me }: { me: Me }) {
  const signOut = useSignOut();
  const go = useNavigate();
  const who = [me.unitName, me.roles.map((role) => roleWords[role]).join('、')].filter(Boolean).join(' · ');

  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'who', label: who, disabled: true },
          { key: 'account', label: '修改密码', onClick: () => void go('/account') },
          { key: 'out', icon: <LogoutOutlined />, label: '退出登录', onClick: () => void signOut() },
        ],
      }}
    >
      <Button
        type="text"
        icon={<UserOutlined />}
        title={me.name}
        style={{ color: '#fff', maxWidth: 'min(260px, 40vw)' }}
      >
        <span style={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>{me.name}</span>
      </Button>
    </Dropdown>
  );
}

function Visitor() {
  return (
    <nav aria-label="主菜单" className="menu" style={{ justifyContent: 'flex-end' }}>
      <NavLink to="/report">提交诉求</NavLink>
      <NavLink to="/follow">查询进度</NavLink>
      <NavLink to="/sign-in">工作人员登录</NavLink>
    </nav>
  );
}
