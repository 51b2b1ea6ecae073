import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
import type { FindingView, GateItem, PersonView } from '../../../contract/people';
import { auditDossier } from '../../../core/development/audit';
import { comparedWords, isBlocking, type Finding } from '../../../core/development/audit-types';
import type { DossierFacts } from '../../../core/development/facts';
import { gateOf } from '../../../core/development/gate';
import { withStepDone } from '../../../core/development/meeting';
import { factsCompared, settle } from '../../../core/development/settle';
import { deriveStage, isClosed } from '../../../core/development/stage';
import { liveFacts, standingOf } from '../../../core/development/standing';
import { steps } from '../../../core/development/steps';
import { sideTransitions } from '../../../core/development/transitions-data';
import { stageWords } from '../../../core/labels/labels';
import type { Person, Stage } from '../../../core/records/person';
import { deadlineTable } from '../../../core/deadlines/deadline-table';
import { nextDue } from '../columns/query-people';
import { rowOf } from '../columns/people-columns';
import { sharedFindings } from './audit/audit-book';
import type { Desk } from './desk';
import { citationView, personDueItem } from './due-items';
import { streetName } from './gap-views';
import { maskIdNumber, maskPhone } from './masking';
import { isStepDone, stepViews } from './person-steps';
import { surroundedFacts } from './surroundings';

export function getPerson(desk: Desk, { id }: VaultInput<'people.get'>): Result<PersonView> {
  const person = desk.read('people', id);
  if (person === undefined) return failed('C-103');
  const facts = surroundedFacts(desk, person);
  const live = liveFacts(facts);
  const { stage } = deriveStage(facts);
  const findings = person.dossier === undefined ? [] : auditDossier(facts, desk.engine);
  const { people, bounds } = desk;
  const row = rowOf(people, id) ?? 0;
  const due = nextDue(people, row, bounds.today);
  const branch = desk.reference.partyOrganizations.get(person.branchId);
  const nextStep = nextOpenStep(live, stage);
  return {
    ok: true,
    value: {
      id,
      record: masked(person),
      stage: stage ?? null,
      stageWords: stageSentence(facts),
      branchName: branch?.name ?? person.branchName ?? '',
      areaName: streetName(desk, person.areaId ?? branch?.areaId),
      nextStep,
      next: due === undefined ? null : (personDueItem(desk, row, due.line) ?? null),
      steps: stepViews(live, desk.engine),
      deadlines: deadlineTable.flatMap((_, line) => personDueItem(desk, row, line) ?? []),
      gate: nextStep === null ? [] : gateNow(desk, live, nextStep.step),
      findings: settledViews(desk, id, findings),
    },
  };
}

/** What the comparison with other dossiers shows; asked for by itself, for it may take the whole roster. */
export async function getSharedFindings(
  desk: Desk,
  { id, waits }: VaultInput<'people.sharedFindings'>,
): Promise<Result<VaultOutput<'people.sharedFindings'>>> {
  const found = await sharedFindings(desk, id, waits);
  const findings = settledViews(desk, id, found ?? []);
  return { ok: true, value: { findings, isKnown: found !== undefined } };
}

function masked(person: Person): Person {
  const { idNumber, phone } = person;
  return {
    ...person,
    ...(idNumber === undefined ? {} : { idNumber: maskIdNumber(idNumber) }),
    ...(phone === undefined ? {} : { phone: maskPhone(phone) }),
  };
}

/** What the law says to the next step if it were taken today. */
function gateNow(desk: Desk, facts: DossierFacts, step: number): PersonView['gate'] {
  const { today, engine } = desk;
  const taken = withStepDone(facts.dossier, step, today);
  return gateOf(facts, { step, taken, on: today, options: engine }).map(gateItem);
}

/** Stage and what stands beside it: on its way, at rest, or over, each by its act. */
export function stageSentence(facts: DossierFacts): string {
  const { stage } = deriveStage(facts);
  if (stage === undefined) return '未登记阶段';
  const { holding, rest } = standingOf(facts.dossier);
  const states = holding.flatMap(({ kind }) => sideTransitions[kind].state ?? []);
  const beside = states.length > 0 ? states : progressWords(liveFacts(facts), stage);
  const over = rest === 'closed' ? ['已终止'] : [];
  return [stageWords[stage], ...beside, ...over].join('，');
}

function progressWords({ dossier }: DossierFacts, stage: Stage): string[] {
  const { meeting, approvedOn, preReviewedOn, confirmationMeeting } = dossier;
  if (stage === 'developmentTarget') {
    if (meeting?.on !== undefined && approvedOn === undefined) return ['待审批'];
    return preReviewedOn === undefined ? [] : ['已预审'];
  }
  const isWaiting = stage === 'probationaryMember' && confirmationMeeting?.on !== undefined;
  return isWaiting ? ['待转正审批'] : [];
}

/** The first step not done after the last one that is; nothing for full members and closed dossiers. */
function nextOpenStep(
  facts: DossierFacts,
  stage: PersonView['stage'] | undefined,
): PersonView['nextStep'] {
  if (
    stage === undefined ||
    isClosed(facts) ||
    (stage === 'fullMember' && facts.dossier.appliedOn === undefined)
  )
    return null;
  const skipped = new Set([6, 9, 21]);
  const lastDone =
    steps.filter((step) => !skipped.has(step.step) && isStepDone(step, facts)).at(-1)?.step ?? 0;
  const next = steps.find((step) => step.step > lastDone && !skipped.has(step.step));
  return next === undefined ? null : { step: next.step, title: next.title };
}

function settledViews(desk: Desk, personId: string, findings: readonly Finding[]): FindingView[] {
  const own = desk.reference.settlements.all().filter((each) => each.personId === personId);
  return settle(findings, own).map(({ finding, settlement }) => ({
    ...findingView(finding),
    ...(settlement === undefined ? {} : { explanation: settlement.explanation }),
  }));
}

export function findingView(finding: Finding): FindingView {
  const { rule, verdict, message, citation } = finding;
  return {
    rule,
    verdict,
    message,
    evidence: [...comparedWords(finding)],
    facts: factsCompared(finding),
    citation: citationView(citation),
  };
}

const gateStates = {
  unreasonable: 'blocks',
  verify: 'warns',
  unknown: 'unknown',
  clear: 'met',
} as const;

/** 阻断 / 提醒 / 未知 / 已具备 for one finding. */
export function gateItem(finding: Finding): GateItem {
  const { rule, verdict, message, citation } = finding;
  const state = verdict === 'unreasonable' && !isBlocking(finding) ? 'warns' : gateStates[verdict];
  return { state, rule, message, citation: citationView(citation) };
}
