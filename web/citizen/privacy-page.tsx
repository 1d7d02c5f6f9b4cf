import { Card } from 'antd';
import { Link } from 'react-router';
import { Page } from '../ui/page.js';

/** What happens to what somebody tells us, in words that everybody understands. */
export function PrivacyPage() {
  return (
    <Page title="我的信息怎么用" narrow>
      <Card>
        <h2 style={{ marginTop: 0 }}>我们问什么，为什么问</h2>
        <ul>
          <li>
            <strong>发生了什么、在哪里</strong>：用来确定由哪个单位办、多久办好。
          </li>
          <li>
            <strong>称呼和电话</strong>
            ：多数地方可以不填。填了，承办单位能与您核实，办完能回访您；没有填，请凭编号和查询码来看结果。
          </li>
          <li>
            <strong>照片和位置</strong>
            ：可以不给。浏览器的位置只有您同意时才取一次，不会一直跟踪。照片里带的拍摄地点、机型等信息收到时就去掉，不保存。
          </li>
        </ul>
        <h2>谁能看到</h2>
        <ul>
          <li>
            您的称呼和电话加密保存。办理人员平时只看到“王**”“138****5678”，确需联系您时要写明理由才能看到，每次查看都留下记录。
          </li>
          <li>
            您投诉的单位看不到是谁投诉的，连打了星号的称呼也看不到；它的上级单位也只看到打了星号的，由上级自己承办时才可说明理由后联系您。
          </li>
          <li>要求保密的诉求，只有经手的人能看到。</li>
          <li>
            凭编号和查询码能看到进度和答复，看不到您写的内容、称呼和电话；答复中的电话、证件号码和诉求人姓名会隐去。
          </li>
        </ul>
        <h2>留在您这台设备上的</h2>
        <ul>
          <li>填写中的内容只存在这个窗口里，提交成功或关闭窗口就没有了。</li>
          <li>我们记住您上次选的地方，不记编号和查询码，请自己保管。</li>
        </ul>
        <h2>保存和更正</h2>
        <p>
          诉求和办理经过按规定存档，每一步都有记录，不能悄悄改动。要更正、补充或撤回，请在进度页办理，或拨打受理您诉求的热线。
        </p>
        <p>
          <Link to="/report">提交诉求</Link>　<Link to="/follow">查询进度</Link>
        </p>
      </Card>
    </Page>
  );
}
