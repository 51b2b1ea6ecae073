import { join } from 'node:path';

/**
 * Issue 4's walk: heat table, gap list, simulator, task, a unit that closes, the rate that moves, a task
 * closed on evidence, and the printed table compared with that of last month's end; then the pages of the new employment groups.
 */
export async function coverageStory({ page, out, shot, visit, chooseTarget, settle }) {
  const print = async (title, file, asOf) => {
    await visit('报表打印');
    await page.getByText(title).first().click();
    await page.locator('section.sheet').first().waitFor();
    if (asOf !== undefined) {
      await page.getByLabel('统计截至哪一天').fill(asOf);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: '回到今天' }).waitFor();
      await page.locator('section.sheet').first().waitFor();
    }
    await settle();
    await shot(file);
    await chooseTarget(join(out, `${file}.pdf`));
    await page.getByRole('button', { name: '版式文件（PDF）' }).click();
    await settle();
    await page.getByRole('button', { name: '报表打印', exact: true }).last().click();
  };
  await print('两个覆盖情况统计表', '统计表-上月末', '2026-10-31');
  await visit('两个覆盖');
  await settle();
  await shot('热力表');
  await page.getByLabel('分组').selectOption({ label: '行业' });
  await settle();
  await shot('按行业分组');
  await page.getByLabel('分组').selectOption({ label: '街道和单位类型' });
  await page.getByRole('button', { name: '全部', exact: true }).click();
  await settle();
  await shot('缺口清单');
  await visit('两个覆盖');
  await page.getByRole('button', { name: '联合组建', exact: true }).click();
  await page.getByRole('table', { name: '单位与方案' }).waitFor();
  await settle();
  await shot('联合组建');
  await page
    .getByRole('complementary', { name: '方案' })
    .getByRole('button', { name: '转为任务' })
    .click();
  await page.getByLabel('责任人').fill('办理员甲');
  await page.getByLabel('办结期限').fill('2026-12-20');
  await page.getByRole('dialog').getByRole('button', { name: '转为任务' }).click();
  await page.getByText(/已转为 \d+ 项任务/).waitFor();
  await shot('方案转为任务');
  await closeUnit({ page, shot, visit, settle });
  await closeTask({ page, shot, visit, settle });
  await print('两个覆盖情况统计表', '统计表-与上月比较');
  await newGroups({ page, shot, visit, settle });
  for (const title of [
    '社会组织建立党的基层组织情况',
    '诉求台账',
    '行业协会商会台账',
    '党组织换届台账',
  ])
    await print(title, title);
}

/** A unit without an organisation is deregistered: the denominator loses it and the rate moves. */
async function closeUnit({ page, shot, visit, settle }) {
  await visit('两个覆盖');
  await page.getByRole('button', { name: '单位名册' }).click();
  await page.getByLabel('名称：').fill('设辛广告');
  await settle();
  await page.getByRole('grid').getByRole('button', { name: '设辛广告有限公司' }).click();
  await page.getByRole('tab', { name: '事实' }).click();
  await page.getByRole('combobox', { name: '状态' }).selectOption({ label: '注销' });
  await page.getByRole('button', { name: /^保存/ }).click();
  await settle();
  await shot('单位注销');
  await visit('两个覆盖');
  await settle();
  await shot('注销后的覆盖率');
}

/** 动态销号: a task is closed on evidence and stays in the list with it. */
async function closeTask({ page, shot, visit, settle }) {
  await visit('两个覆盖');
  await page.getByRole('button', { name: '全部', exact: true }).click();
  await page.getByText('任务', { exact: true }).click();
  await page.getByLabel('状态：').selectOption('open');
  await page
    .getByRole('button', { name: /^销号：/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('演练党组〔2026〕12 号批复');
  await shot('任务销号');
  await dialog.getByRole('button', { name: '销号', exact: true }).click();
  await page.getByLabel('状态：').selectOption('closed');
  await settle();
  await shot('已销号');
  await page.getByText('缺口', { exact: true }).click();
}

/** Goal, platforms, people with one 归口, stations, requests; instructors and associations. */
async function newGroups({ page, shot, visit, settle }) {
  await visit('新就业群体');
  await settle();
  await shot('新就业群体-情况与目标');
  for (const tab of ['平台与站点', '人员归口', '驿站', '诉求']) {
    await page.getByRole('tab', { name: tab }).click();
    await settle();
    await shot(`新就业群体-${tab}`);
  }
  for (const name of ['指导员', '行业协会商会']) {
    await visit('两个覆盖');
    await page.getByRole('button', { name: '单位名册' }).click();
    await page.getByRole('button', { name, exact: true }).click();
    await settle();
    await shot(name);
  }
}
