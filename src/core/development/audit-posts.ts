import type { FactDate } from '../calendar/calendar-date';
import { postKindWords } from '../labels/labels';
import type { PostKind } from '../records/party-organization';
import { bothTexts } from '../regulations/articles';
import { votesOf } from './audit-meeting';
import { judge, type AuditContext, type Check, type Finding } from './audit-types';
import type { PostFacts } from './facts';

/** Posts that somebody held on a day; a period without its days reaches as far as it may. */
function heldBy(posts: readonly PostFacts[], name: string, on: FactDate): readonly PostKind[] {
  return posts.filter((post) => post.name === name && isHeldOn(post, on)).map(({ kind }) => kind);
}

function isHeldOn({ from, until }: PostFacts, on: FactDate): boolean {
  const begins = from === undefined || from <= on || on.startsWith(from);
  return begins && (until === undefined || until >= on || until.startsWith(on));
}

const branchTalkers: ReadonlySet<PostKind> = new Set([
  'secretary',
  'deputySecretary',
  'organization',
]);
const committeeTalkers: ReadonlySet<PostKind> = new Set([
  'secretary',
  'deputySecretary',
  'organization',
  'publicity',
  'discipline',
  'member',
  'organizer',
]);

type Talk = {
  readonly words: string;
  readonly on: FactDate | undefined;
  readonly by: string | undefined;
  readonly post: PostKind | undefined;
  readonly posts: readonly PostFacts[] | undefined;
  readonly allowed: ReadonlySet<PostKind>;
  readonly who: string;
  readonly article: number;
};

/** C35: who talked, by the post typed or by the posts on record that day; with neither nothing is said. */
export const checkTalkers: Check = (context) => {
  const { dossier, branch } = context.facts;
  const talks: readonly Talk[] = [
    {
      words: '党组织派人谈话',
      on: dossier.talkedOn,
      by: dossier.talkedBy,
      post: dossier.talkedByPost,
      posts: branch?.posts,
      allowed: branchTalkers,
      who: '书记、副书记或者组织委员',
      article: 7,
    },
    {
      words: '上级党委派人谈话',
      on: dossier.committeeTalkOn,
      by: dossier.committeeTalkBy,
      post: dossier.committeeTalkByPost,
      posts: branch?.committeePosts,
      allowed: committeeTalkers,
      who: '党委委员或者组织员',
      article: 23,
    },
  ];
  return talks.flatMap((talk) => talkerFinding(context, talk));
};

function talkerFinding(context: AuditContext, talk: Talk): readonly Finding[] {
  const held = postsOfTalker(talk);
  if (held === undefined) return [];
  const isAllowed = held.some((post) => talk.allowed.has(post));
  const posts = held.map((post) => postKindWords[post]).join('、');
  const by = talk.by ?? '谈话人';
  return judge(context, {
    rule: 'C35',
    on: talk.on,
    outcome: isAllowed ? 'clear' : 'broken',
    citations: bothTexts(talk.article, 'INF', 'V14'),
    evidence: [
      `${talk.words} ${talk.on ?? '日期未登记'}`,
      `${by} ${posts === '' ? '当日未任职' : posts}`,
    ],
    message: isAllowed
      ? `${talk.words}的谈话人职务相符。`
      : `${talk.words}（${talk.on ?? '日期未登记'}）由${by}（${posts === '' ? '当日不在班子成员中' : posts}）进行，应当为${talk.who}，请核实。`,
  });
}

function postsOfTalker({ by, on, post, posts }: Talk): readonly PostKind[] | undefined {
  if (post !== undefined) return [post];
  if (by === undefined || on === undefined || posts === undefined || posts.length === 0)
    return undefined;
  return heldBy(posts, by, on);
}

/** C37: the secretary who signed the resolution was in office that day. */
export const checkSignatory: Check = (context) => {
  const posts = context.facts.branch?.posts ?? [];
  if (!posts.some(({ kind }) => kind === 'secretary')) return [];
  const votes = votesOf(context).map(({ ballot, words, on }) => ({
    words: `${words}决议`,
    on,
    by: ballot.secretary,
  }));
  const papers = (context.facts.dossier.papers ?? []).map(({ kind, datedOn, signedBy }) => ({
    words: kind,
    on: datedOn,
    by: signedBy,
  }));
  return [...votes, ...papers].flatMap(({ words, on, by }) => {
    if (by === undefined || on === undefined) return [];
    const inOffice = posts.filter((post) => post.kind === 'secretary' && isHeldOn(post, on));
    const isRight = inOffice.some(({ name }) => name === by);
    const names = inOffice.map(({ name }) => name).join('、');
    return judge(context, {
      rule: 'C37',
      on,
      outcome: isRight ? 'clear' : 'broken',
      evidence: [`${words} ${on}`, `签名 ${by}`, `当日书记 ${names === '' ? '未登记' : names}`],
      message: isRight
        ? `${words}由当日在任的书记签名。`
        : `${words}（${on}）由${by}签名，当日在任的书记为${names === '' ? '（未登记）' : names}，请核实。`,
    });
  });
};
