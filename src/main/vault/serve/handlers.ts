import type { VaultChannel, VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
import { coverageOverview, coverageTrend, decomposeCell, listAreas } from '../use-cases/coverage';
import { assignGap, listGaps } from '../use-cases/gap-list';
import { coverageBreakdown } from '../use-cases/breakdown';
import { listFindings } from '../use-cases/audit/audit-findings';
import { auditOverview } from '../use-cases/audit/audit-overview';
import { draftExplanation, reopenFinding, settleFinding } from '../use-cases/audit/settle-finding';
import type { KdfCost } from '../crypto/passphrase-kdf';
import { careOverview, makeBackup } from '../use-cases/care/backups';
import type { CareRoom } from '../use-cases/care/care-room';
import { checkBackups } from '../use-cases/care/check-backups';
import { emergencyCopy } from '../use-cases/care/emergency-copy';
import { copyOut } from '../use-cases/care/copy-out';
import { compareBackup, restoreBackup } from '../use-cases/care/restore';
import type { Desk } from '../use-cases/desk';
import {
  discardDraft,
  holdDraft,
  listDrafts,
  releaseDraft,
  takeDraft,
  type HeldDrafts,
} from '../use-cases/drafts';
import { openActs, saveAct } from '../use-cases/dossier/acts';
import { listMentorLoads, proposeMentors } from '../use-cases/dossier/mentors';
import { listOverrides } from '../use-cases/dossier/overrides';
import { dossierPath } from '../use-cases/dossier/path';
import { stepGate, takeStep } from '../use-cases/dossier/take-step';
import { listAssociations } from '../use-cases/field-work/associations';
import {
  getInstructor,
  listInstructors,
  recordVisit,
  saveInstructor,
} from '../use-cases/field-work/instructors';
import { getRequest, listRequests, saveRequest } from '../use-cases/field-work/requests';
import { getStation, listStations, saveStation } from '../use-cases/field-work/stations';
import { explainDeadline } from '../use-cases/explain-deadline';
import { dropKeyFile, useKeyFile } from '../use-cases/key-file';
import { listHistory, undo, undoLatest } from '../use-cases/history';
import { closeTask, listTasks } from '../use-cases/gap-tasks';
import { homeOverview, listDeadlines } from '../use-cases/home';
import { editImport, listImportRows } from '../use-cases/imports/import-rows';
import { readImport } from '../use-cases/imports/import-views';
import { commitImport, listBatches, planImportOf } from '../use-cases/imports/imports';
import type { Shelf } from '../use-cases/imports/intake-shelf';
import { pasteImport } from '../use-cases/imports/paste';
import { saveRejects } from '../use-cases/imports/save-rejects';
import { getMeeting, listMeetings } from '../use-cases/meetings/meeting-views';
import { prepareMeeting } from '../use-cases/meetings/prepare-meeting';
import { saveMeeting } from '../use-cases/meetings/save-meeting';
import { newGroupsOverview } from '../use-cases/new-groups/overview';
import { listNewGroupPeople, personPlaces } from '../use-cases/new-groups/people';
import { stationReach } from '../use-cases/new-groups/reach';
import { savePlaces } from '../use-cases/new-groups/save-places';
import { listOrganizations } from '../use-cases/organization-list';
import { getOrganization, saveOrganization } from '../use-cases/organizations';
import {
  getPartyOrganization,
  listPartyOrganizations,
  savePartyOrganization,
} from '../use-cases/party-organizations';
import { peopleBoard } from '../use-cases/people-board';
import { peopleCalendar, peopleCalendarDay } from '../use-cases/people-calendar';
import {
  deletePeopleView,
  peopleDesk,
  savePeopleColumns,
  savePeopleView,
} from '../use-cases/people-desk';
import { countReadyLists, listPeople } from '../use-cases/people-list';
import { adoptOverlay, exportOverlay, readOverlay } from '../use-cases/overlay/overlay-file';
import { overlayOverview } from '../use-cases/overlay/overlay-view';
import { confirmRule, saveEntry, savePaper } from '../use-cases/overlay/save-overlay';
import { getPerson, getSharedFindings } from '../use-cases/person-view';
import { backfillPath, backwardPath, forwardPath } from '../use-cases/planning/plan-path';
import { quotaOverview, saveQuotas } from '../use-cases/planning/quota';
import {
  commitReconciliation,
  listReconciliations,
  previewReconciliation,
} from '../use-cases/reconciliation/commit';
import { compareWithList, decideOutcomes, listOutcomes } from '../use-cases/reconciliation/compare';
import { prepareKey, renewKey, type PreparedKey } from '../use-cases/renew-key';
import { commitBulk, instructorNames, previewBulk } from '../use-cases/register/bulk-edit';
import { findDuplicates, mergeAbout } from '../use-cases/register/duplicates';
import { commitMerge, previewMerge } from '../use-cases/register/merge';
import {
  areaTree,
  listCarriers,
  retireArea,
  retireCarrier,
  saveArea,
  saveCarrier,
} from '../use-cases/register/places';
import { splitOrganization } from '../use-cases/register/split';
import { recordOutput, reportTable } from '../use-cases/reports/reports';
import { confirmReview, listPendingReviews, reviewOf } from '../use-cases/reviews';
import {
  createPerson,
  revealValue,
  savePersonFacts,
  savePersonIdentity,
} from '../use-cases/save-person';
import { saveSettings } from '../use-cases/settings';
import { reorganizeParty } from '../use-cases/reorganize-party';
import { find } from '../use-cases/search';
import { addSnooze, endSnooze, listDuties, listSnoozes } from '../use-cases/snoozes';
import { addSlot, listSlots, removeSlot } from '../use-cases/slots';
import { exportTrail } from '../use-cases/trail/export-trail';
import { listTrail } from '../use-cases/trail/trail';
import { adoptUnions, unionLetter } from '../use-cases/unions/adopt';
import { unionBoard } from '../use-cases/unions/board';

import type { KeyFilePlace } from './key-file-place';
import type { FoundPlace } from './ledger-place';
import { chooseMirror, endMirror, mirrorView } from './mirroring';
import type { MirrorPlace } from './mirror-place';
import { clearOldCopy, placeView } from './old-copy';

/** Channels that need an open ledger; the session's own are answered before there is one. */
export type DeskChannel = Exclude<VaultChannel, `session.${string}`>;
type Answer<C extends VaultChannel> = Result<VaultOutput<C>> | Promise<Result<VaultOutput<C>>>;
/** What a question may need beside the ledger itself. */
export type Rooms = {
  readonly shelf: Shelf;
  readonly care: CareRoom;
  readonly drafts: HeldDrafts;
  readonly keyFiles: KeyFilePlace;
  /** A new key whose recovery sheet is not safe yet. */
  readonly renewal: { prepared: PreparedKey | undefined };
  readonly mirror: MirrorPlace;
  /** Where the ledger was found. */
  readonly place: FoundPlace;
  /** What a new passphrase shall cost to try. */
  readonly cost: () => Promise<KdfCost>;
};
export type DeskHandlers = {
  readonly [C in DeskChannel]: (desk: Desk, input: VaultInput<C>, rooms: Rooms) => Answer<C>;
};

/** One use case per channel: a channel without one does not compile. */
export const deskHandlers: DeskHandlers = {
  'settings.get': (desk) => ({ ok: true, value: desk.settings }),
  'settings.save': saveSettings,
  'home.overview': homeOverview,
  'duties.list': listDuties,
  'deadlines.list': listDeadlines,
  'people.list': listPeople,
  'people.readyLists': countReadyLists,
  'people.get': getPerson,
  'people.sharedFindings': getSharedFindings,
  'people.explain': explainDeadline,
  'people.create': createPerson,
  'people.saveIdentity': savePersonIdentity,
  'people.saveFacts': savePersonFacts,
  'people.reveal': revealValue,
  'people.board': peopleBoard,
  'people.calendar': peopleCalendar,
  'people.calendarDay': peopleCalendarDay,
  'people.desk': peopleDesk,
  'people.saveView': savePeopleView,
  'people.deleteView': deletePeopleView,
  'people.saveColumns': savePeopleColumns,
  'dossier.path': dossierPath,
  'dossier.acts': openActs,
  'dossier.saveAct': saveAct,
  'dossier.gate': stepGate,
  'dossier.takeStep': takeStep,
  'dossier.overrides': listOverrides,
  'mentors.propose': proposeMentors,
  'mentors.load': listMentorLoads,
  'overlay.overview': overlayOverview,
  'overlay.savePaper': savePaper,
  'overlay.saveEntry': saveEntry,
  'overlay.export': (desk, input, { care }) => exportOverlay(desk, input, care),
  'overlay.read': (desk, input, { care }) => readOverlay(desk, input, care),
  'overlay.adopt': (desk, input, { care }) => adoptOverlay(desk, input, care),
  'overlay.confirm': confirmRule,
  'snoozes.list': listSnoozes,
  'snoozes.add': addSnooze,
  'snoozes.end': endSnooze,
  'plan.forward': forwardPath,
  'plan.backward': backwardPath,
  'plan.backfill': backfillPath,
  'quota.overview': quotaOverview,
  'quota.save': saveQuotas,
  'audit.overview': auditOverview,
  'audit.findings': listFindings,
  'audit.settle': settleFinding,
  'audit.reopen': reopenFinding,
  'audit.letter': draftExplanation,
  'meetings.list': listMeetings,
  'meetings.prepare': prepareMeeting,
  'meetings.save': saveMeeting,
  'meetings.get': getMeeting,
  'coverage.overview': coverageOverview,
  'coverage.trend': coverageTrend,
  'coverage.decompose': decomposeCell,
  'coverage.breakdown': coverageBreakdown,
  'coverage.gaps': listGaps,
  'coverage.assignGap': assignGap,
  'coverage.tasks': listTasks,
  'coverage.closeTask': closeTask,
  'organizations.list': listOrganizations,
  'organizations.get': getOrganization,
  'organizations.save': saveOrganization,
  'partyOrganizations.list': listPartyOrganizations,
  'partyOrganizations.get': getPartyOrganization,
  'partyOrganizations.save': savePartyOrganization,
  'partyOrganizations.reorganize': reorganizeParty,
  'unions.board': unionBoard,
  'unions.adopt': adoptUnions,
  'unions.letter': unionLetter,
  'newGroups.overview': newGroupsOverview,
  'newGroups.people': listNewGroupPeople,
  'newGroups.places': personPlaces,
  'newGroups.savePlaces': savePlaces,
  'newGroups.reach': stationReach,
  'stations.list': listStations,
  'stations.get': getStation,
  'stations.save': saveStation,
  'requests.list': listRequests,
  'requests.get': getRequest,
  'requests.save': saveRequest,
  'instructors.list': listInstructors,
  'instructors.get': getInstructor,
  'instructors.save': saveInstructor,
  'instructors.visit': recordVisit,
  'associations.list': listAssociations,
  'areas.list': listAreas,
  'search.find': find,
  'history.list': listHistory,
  'history.undo': undo,
  'history.undoLatest': undoLatest,
  'imports.read': (desk, input, { shelf }) => readImport(desk, shelf, input),
  'imports.rows': (desk, input, { shelf }) => listImportRows(desk, shelf, input),
  'imports.paste': (desk, input, { shelf }) => pasteImport(desk, shelf, input),
  'imports.edit': (desk, input, { shelf }) => editImport(desk, shelf, input),
  'imports.saveRejects': saveRejects,
  'imports.plan': (desk, input, { shelf }) => planImportOf(desk, shelf, input),
  'imports.commit': (desk, input, { shelf }) => commitImport(desk, shelf, input),
  'imports.discard': (_desk, { token }, { shelf }) => {
    shelf.delete(token);
    return { ok: true, value: {} };
  },
  'imports.batches': listBatches,
  'reconciliation.compare': async (desk, input, { shelf }) => {
    await shelf.arrived(input.token);
    return compareWithList(desk, shelf, input);
  },
  'reconciliation.rows': (desk, input, { shelf }) => listOutcomes(desk, shelf, input),
  'reconciliation.decide': (desk, input, { shelf }) => decideOutcomes(desk, shelf, input),
  'reconciliation.preview': (desk, input, { shelf }) => previewReconciliation(desk, shelf, input),
  'reconciliation.commit': (desk, input, { shelf }) => commitReconciliation(desk, shelf, input),
  'reconciliation.list': listReconciliations,
  'reviews.of': reviewOf,
  'reviews.pending': listPendingReviews,
  'reviews.confirm': confirmReview,
  'duplicates.find': findDuplicates,
  'merge.about': mergeAbout,
  'merge.preview': previewMerge,
  'merge.commit': commitMerge,
  'organizations.split': splitOrganization,
  'bulk.preview': previewBulk,
  'bulk.commit': commitBulk,
  'instructors.names': instructorNames,
  'areas.tree': areaTree,
  'areas.save': saveArea,
  'areas.retire': retireArea,
  'carriers.list': listCarriers,
  'carriers.save': saveCarrier,
  'carriers.retire': retireCarrier,
  'reports.table': reportTable,
  'reports.recordOutput': recordOutput,
  'slots.list': listSlots,
  'slots.add': (desk, input, { cost }) => addSlot(desk, input, cost),
  'slots.remove': removeSlot,
  'keys.prepare': (desk, input, { renewal }) =>
    prepareKey(desk, input, (prepared) => (renewal.prepared = prepared)),
  'keys.renew': (desk, input, { care, cost, renewal: { prepared } }) =>
    prepared === undefined ? failed('C-101') : renewKey(desk, input, { care, cost, prepared }),
  'slots.useKeyFile': (desk, input, { keyFiles, cost }) =>
    useKeyFile(desk, input, { write: () => keyFiles.write(input.token), cost }),
  'slots.dropKeyFile': (desk, input, { cost }) => dropKeyFile(desk, input, cost),
  'trail.list': listTrail,
  'trail.export': (desk, input, { care }) => exportTrail(desk, input, care),
  'drafts.hold': (desk, input, { drafts }) => holdDraft(desk, input, drafts),
  'drafts.release': (_desk, input, { drafts }) => releaseDraft(input, drafts),
  'drafts.list': listDrafts,
  'drafts.take': takeDraft,
  'drafts.discard': discardDraft,
  'care.overview': (desk, _input, rooms) => careOverview(desk, rooms.care, mirrorView(desk, rooms)),
  'mirror.choose': chooseMirror,
  'mirror.end': endMirror,
  'place.get': placeView,
  'place.clearOld': clearOldCopy,
  'backups.emergency': emergencyCopy,
  'backups.make': (desk, _input, { care }) => makeBackup(desk, care),
  'backups.copyOut': (desk, input, { care }) => copyOut(desk, input, care),
  'backups.compare': (desk, input, { care }) => compareBackup(desk, input, care),
  'backups.restore': (desk, input, { care }) => restoreBackup(desk, input, care),
  'backups.check': (desk, _input, { care }) => checkBackups(desk, care),
};
