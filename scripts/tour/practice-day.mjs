import { join } from 'node:path';

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
  await visit('党组织');
  await settle();
  await shot('党组织');
  for (const [title, file] of [
    ['两个覆盖情况统计表', '统计表'],
    ['应建未建清单', '应建未建清单'],
    ['到期提醒单', '到期提醒单'],
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
  await settle();
  await shot('变更记录');
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
