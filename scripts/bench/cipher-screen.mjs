/** The home page as SQL would make it: what is due by bucket, the pipeline, the quality counts, coverage by area. */
export function firstScreen(base, { today, sunday, in30, lines }) {
  base.exec('CREATE TEMP TABLE due (row INTEGER, rule TEXT, name TEXT, day TEXT)');
  for (const { rule, anchor, done, closedBy, shift } of lines) {
    const open = [done, ...closedBy].map((name) => `${name} IS NULL`).join(' AND ');
    base
      .prepare(
        `INSERT INTO due SELECT row, ?, name, date(${anchor}, ?) AS day FROM people
         WHERE ${anchor} IS NOT NULL AND ${open} AND date(${anchor}, ?) <= ?`,
      )
      .run(rule, shift, shift, in30);
  }
  const buckets = [
    ['0000-00-00', today],
    [today, sunday],
    [sunday, in30],
  ];
  const shown = buckets.map((bounds) => [
    base.prepare('SELECT count(*) AS total FROM due WHERE day >= ? AND day < ?').get(...bounds),
    base
      .prepare('SELECT * FROM due WHERE day >= ? AND day < ? ORDER BY day LIMIT 12')
      .all(...bounds),
  ]);
  const pipeline = base
    .prepare(
      `SELECT stage, count(*) AS people, sum(since < date(?, '-1 year')) AS long FROM people GROUP BY stage`,
    )
    .all(today);
  const quality = base
    .prepare('SELECT sum(hasIdNumber = 0) AS noIdNumber, count(*) AS people FROM people')
    .get();
  const coverage = base
    .prepare(
      `SELECT area, count(*) AS units, sum(EXISTS (SELECT 1 FROM covers WHERE organization = o.id)) AS covered
       FROM organizations AS o GROUP BY area`,
    )
    .all();
  base.exec('DROP TABLE due');
  return { shown, pipeline, quality, coverage };
}
