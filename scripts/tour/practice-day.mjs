import { join } from 'node:path';
import { coverageStory } from './coverage-story.mjs';

const firstOpeningMilliseconds = 120_000;
const settleMilliseconds = 700;

/** The practice ledger as it is shown to a colleague: every screen, the rider's story, three tables as PDF. */
export async function practiceDay({ page, out, shot, visit, chooseTarget }) {
  const settle = () => page.waitForTimeout(settleMilliseconds);
  await page
    .getByRole('heading', { name: '工作台' })
    .waitFor({ timeout: firstOpeningMilliseconds });
  await settle();
  await shot('工作台');
  await visit('发展党员');
  await page.getByText('测一', { exact: true }).click();
  await settle();
  await shot('发展党员与概况');
  await page.getByText('测一', { exact: true }).first().dblclick();
  await page.getByRole('tab', { name: '时间线' }).waitFor();
  await settle();
  await shot('骑手的时间线');
  await page.getByRole('tab', { name: '事实登记' }).click();
  await shot('骑手的事实');
  await page.getByRole('tab', { name: /^核查/ }).click();
  await shot('骑手的核查');
  await page.getByRole('tab', { name: '变更历史' }).click();
  await settle();
  await shot('骑手的变更历史');
  await dossiersInDepth({ page, shot, visit, settle });
  await wholeRoster({ page, shot, visit, settle });
  await meetingForFour({ page, out, shot, visit, chooseTarget, settle });
  await visit('两个覆盖');
  await settle();
  await shot('两个覆盖');
  await page.getByRole('button', { name: '单位名册' }).click();
  await settle();
  await shot('单位名册');
  await page.getByRole('row').nth(3).dblclick();
  await settle();
  await shot('单位');
  await coverageStory({ page, out, shot, visit, chooseTarget, settle });
  await visit('党组织');
  await settle();
  await shot('党组织');
  for (const [title, file] of [
    ['两个覆盖情况统计表', '统计表'],
    ['应建未建清单', '应建未建清单'],
    ['到期提醒单', '到期提醒单'],
    ['年度计划执行表', '年度计划执行表'],
    ['谈话登记表（空白）', '谈话登记表'],
  ]) {
    await visit('报表打印');
    await page.getByText(title).first().click();
    await page.locator('section.sheet').first().waitFor();
    await settle();
    await shot(file);
    await chooseTarget(join(out, `${file}.pdf`));
    await page.getByRole('button', { name: '版式文件（PDF）' }).click();
    await settle();
    await page.getByRole('button', { name: '报表打印', exact: true }).last().click();
  }
  await visit('变更记录');
  await page.getByText('正在读取').first().waitFor({ state: 'hidden' });
  await settle();
  await shot('变更记录');
  await visit('设置');
  await localOverlay({ page, shot, settle });
  await visit('设置');
  await page.getByLabel('主题').selectOption('dark');
  await page.getByRole('button', { name: '保存设置' }).click();
  await settle();
  await shot('设置-深色');
  await visit('两个覆盖');
  await settle();
  await shot('两个覆盖-深色');
}

/** Two people to be accepted and two to be confirmed: one roll, four votes, one save, the minutes as PDF. */
async function meetingForFour({ page, out, shot, visit, chooseTarget, settle }) {
  const people = ['例十二', '设十八', '虚十九', '试二十'];
  await visit('会议');
  await page.getByRole('button', { name: '准备会议' }).click();
  await page.getByLabel('查找党支部').fill('试丁软件');
  await page.getByLabel('党支部', { exact: true }).selectOption({ label: '试丁软件党支部' });
  await page.getByLabel('地点').fill('样例会议室');
  for (const name of people) await page.getByRole('checkbox', { name }).check();
  await page.getByRole('checkbox', { name: '采取无记名投票' }).check();
  await page.getByText(/^应到名册/).click();
  const voters = await page.getByLabel(/出席情况$/).count();
  for (const name of people) {
    await page.getByLabel(`${name}赞成`, { exact: true }).fill(String(voters));
    await page.getByLabel(`${name}反对`).fill('0');
    await page.getByLabel(`${name}弃权`).fill('0');
  }
  await shot('会议-四人表决');
  await page.getByRole('button', { name: '保存会议，登记 4 人' }).click();
  await page.locator('section.sheet').first().waitFor();
  await settle();
  await shot('会议记录');
  await chooseTarget(join(out, '会议记录.pdf'));
  await page.getByRole('button', { name: '版式文件（PDF）' }).click();
  await settle();
}

/** Board and calendar, an overdue talk, papers, a dossier under two rulebooks and an extended probation. */
async function dossiersInDepth({ page, shot, visit, settle }) {
  const openPerson = async (name) => {
    await visit('发展党员');
    await page.getByText('表格', { exact: true }).click();
    await page.getByLabel('按姓名、拼音首字母或身份证后四位查找').fill(name);
    await settle();
    await page.getByRole('grid').getByText(name, { exact: true }).first().click();
    await page.getByRole('button', { name: '打开档案' }).click();
    await page.getByRole('tab', { name: '时间线' }).waitFor();
    await page.getByRole('tab', { name: '时间线' }).click();
    await settle();
  };
  await page.getByRole('tab', { name: '材料' }).click();
  await shot('骑手的材料');
  await visit('发展党员');
  await page.getByText('看板', { exact: true }).click();
  await settle();
  await shot('发展党员看板');
  await page.getByText('日历', { exact: true }).click();
  await settle();
  await shot('发展党员日历');
  await openPerson('例二');
  await shot('谈话超期');
  await openPerson('例十');
  await shot('跨版本的档案');
  await page.getByRole('tab', { name: '推算' }).click();
  await page.getByLabel('不晚于').fill('2027-07-01');
  await settle();
  await shot('推算最早与最迟');
  await extension({ page, shot, settle, openPerson });
  await blockedStep({ page, shot, settle, openPerson });
  await visit('发展党员');
  await page.getByLabel('按姓名、拼音首字母或身份证后四位查找').fill('');
  await page.getByRole('button', { name: '年度计划' }).click();
  await settle();
  await shot('年度发展计划');
}

/** An extended probation as an act beside the steps, told in the path and taken back. */
async function extension({ page, shot, settle, openPerson }) {
  await openPerson('测十一');
  await page.getByRole('button', { name: '登记变动' }).click();
  await page.getByLabel('变动', { exact: true }).selectOption({ label: '延长预备期' });
  await page.getByLabel('决定机构').fill('样例党支部党员大会');
  await page.getByLabel('文号').fill('样例〔2026〕3 号');
  await page.getByLabel('延长月数').fill('6');
  await page.getByLabel('原因').fill('样例：预备期内须继续考察');
  await shot('登记变动-延长预备期');
  await page.getByRole('button', { name: '登记延长预备期' }).click();
  await settle();
  await shot('延长预备期');
  await page.getByRole('region', { name: '经过' }).scrollIntoViewIfNeeded();
  await shot('经过');
  await page.keyboard.press('Control+z');
  await settle();
}

/** A step that the law blocks: what is met and what is not, and the reason it asks for. */
async function blockedStep({ page, shot, settle, openPerson }) {
  await openPerson('样四');
  await page.getByRole('tab', { name: '联系人和介绍人' }).click();
  await settle();
  await shot('联系人和介绍人');
  await page.getByRole('button', { name: /^办理第/ }).click();
  await settle();
  await page.getByLabel(/核对无误仍要办理的原因/).fill('样例：预审后大会因故改期');
  await shot('办理一步-阻断');
  await page.getByRole('button', { name: '先不办' }).click();
  await page.getByRole('tab', { name: '时间线' }).click();
}

/** 地方口径: what the district asks beyond the national text, and a loosening refused with words. */
async function localOverlay({ page, shot, settle }) {
  await page.getByRole('button', { name: '地方口径' }).click();
  await settle();
  await shot('地方口径');
  await page
    .getByRole('row', { name: /^上级党委审批 / })
    .getByRole('button', { name: '加严' })
    .click();
  await page.getByLabel('依据文件和文号').fill('样例〔2026〕1 号');
  await page.getByLabel('期限（不大于 3 个月）').fill('6');
  await page.getByRole('button', { name: '保存这一条' }).click();
  await settle();
  await shot('地方口径-放宽被拒');
  await page.getByRole('button', { name: '先不保存' }).click();
}

/** 核查 over all dossiers: by repair, by branch, one finding with its facts. */
async function wholeRoster({ page, shot, visit, settle }) {
  await visit('核查');
  await page.getByRole('table', { name: '按问题分组' }).waitFor();
  await shot('核查全部档案');
  await page.getByText('按党支部', { exact: true }).click();
  await shot('核查按党支部');
  await page.getByText('按问题', { exact: true }).click();
  await page.getByRole('button', { name: '各表一致', exact: true }).click();
  await settle();
  await shot('核查一项问题');
}
