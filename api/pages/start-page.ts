/** Shown at `/` while the pages are not built: what this is, and where each kind of user starts. */
export const startPage = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>回音 · 市民热线办理系统</title>
<style>
body { font: 16px/1.7 system-ui, "Noto Sans SC", sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1rem; color: #1f2933; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.1rem; margin-top: 2rem; } code { background: #eef1f5; padding: .1em .3em; }
a { color: #0b57a4; }
</style>
</head>
<body>
<main>
<h1>回音：件件有回音</h1>
<p>市民热线（12345）诉求办理系统。每件诉求按本地的流程图运行，每一步留痕，办结前必有回访。</p>
<p>接口已就绪：<a href="/api/docs">查看并试用接口</a> · <a href="/api/ready">运行状况</a></p>
<h2>各类用户从哪里开始</h2>
<ul>
<li><strong>流程负责人</strong>：在 <code>bpmn/</code> 中修改流程图、决策表和表单，用 <code>npm run procedures -- check</code> 检查。</li>
<li><strong>办理人员</strong>（坐席、承办人、领导、回访员）：登录后处理 <code>/api/tasks</code> 中的待办任务。</li>
<li><strong>督办人员</strong>：登录后查看 <code>/api/cases</code> 与 <code>/api/incidents</code>，流程实例可在图上查看。</li>
<li><strong>政策人员</strong>：用 <code>npm run procedures</code> 比较、发布和回放各版本流程。</li>
</ul>
<h2>市民</h2>
<p>无需登录即可提交诉求（<code>POST /api/public/cases</code>），凭编号和查询码查看进度（<code>POST /api/public/progress</code>）。</p>
</main>
</body>
</html>
`;
