import type { ReactNode } from 'react';
import { AssociationsPage } from '../features/associations/associations-page';
import { AuditPage } from '../features/audit/audit-page';
import { BackupsPage } from '../features/backups/backups-page';
import { CoveragePage } from '../features/coverage/coverage-page';
import { GapsPage } from '../features/coverage/gaps-page';
import { HistoryList } from '../features/history/history-list';
import { HistoryPage } from '../features/history/history-page';
import { DeadlinesPage } from '../features/home/deadlines-page';
import { HomePage } from '../features/home/home-page';
import { SnoozesPage } from '../features/home/snoozes-page';
import { ImportsPage } from '../features/imports/imports-page';
import { InstructorPage, NewInstructorPage } from '../features/instructors/instructor-page';
import { InstructorsPage } from '../features/instructors/instructors-page';
import { MeetingPage } from '../features/meetings/meeting-page';
import { MeetingsPage } from '../features/meetings/meetings-page';
import { MergePage } from '../features/merging/merge-page';
import { NewMeetingPage } from '../features/meetings/new-meeting-page';
import { NewGroupsPage } from '../features/new-groups/new-groups-page';
import { NewRequestPage, RequestPage } from '../features/new-groups/request-page';
import { NewStationPage, StationPage } from '../features/new-groups/station-page';
import { NewOrganizationPage } from '../features/organizations/new-organization-page';
import { OrganizationPage } from '../features/organizations/organization-page';
import { OrganizationsPage } from '../features/organizations/organizations-page';
import { PartyOrganizationPage } from '../features/party-organizations/party-organization-page';
import { PartyOrganizationsPage } from '../features/party-organizations/party-organizations-page';
import { OverlayPage } from '../features/overlay/overlay-page';
import { NewPersonPage } from '../features/people/new-person-page';
import { PeoplePage } from '../features/people/people-page';
import { PersonPage } from '../features/people/person-page';
import { AreasPage } from '../features/places/areas-page';
import { CarriersPage } from '../features/places/carriers-page';
import { QuotaPage } from '../features/planning/quota-page';
import { ReconciliationPage } from '../features/reconciliation/reconciliation-page';
import { ReportsPage } from '../features/reports/reports-page';
import { SettingsPage } from '../features/settings/settings-page';
import { TrailPage } from '../features/trail/trail-page';
import { UnionsPage } from '../features/unions/unions-page';
import { useNavigation, type Place } from '../lib/navigation';

/** The one list of pages: a place that is not here does not compile. */
export function Routes() {
  const { place } = useNavigation();
  return <main className="page">{pageOf(place)}</main>;
}

function pageOf(place: Place): ReactNode {
  switch (place.page) {
    case 'home':
      return <HomePage />;
    case 'deadlines':
      return <DeadlinesPage key={place.bucket} bucket={place.bucket} />;
    case 'snoozes':
      return <SnoozesPage />;
    case 'people':
      return (
        <PeoplePage
          key={JSON.stringify(place.filter ?? {})}
          {...(place.filter === undefined ? {} : { filter: place.filter })}
        />
      );
    case 'quotas':
      return <QuotaPage />;
    case 'newPerson':
      return <NewPersonPage />;
    case 'person':
      return (
        <PersonPage
          key={place.id}
          id={place.id}
          history={<HistoryList table="people" recordId={place.id} />}
        />
      );
    case 'audit':
      return <AuditPage {...(place.rule === undefined ? {} : { rule: place.rule })} />;
    case 'meetings':
      return <MeetingsPage />;
    case 'newMeeting':
      return (
        <NewMeetingPage {...(place.branchId === undefined ? {} : { branchId: place.branchId })} />
      );
    case 'meeting':
      return <MeetingPage key={place.id} id={place.id} />;
    case 'coverage':
      return <CoveragePage />;
    case 'gaps':
      return (
        <GapsPage
          key={place.rule ?? ''}
          {...(place.rule === undefined ? {} : { rule: place.rule })}
        />
      );
    case 'unions':
      return <UnionsPage />;
    case 'organizations':
      return (
        <OrganizationsPage
          key={JSON.stringify(place.filter ?? {})}
          {...(place.filter === undefined ? {} : { filter: place.filter })}
        />
      );
    case 'organization':
      return (
        <OrganizationPage
          key={place.id}
          id={place.id}
          history={<HistoryList table="organizations" recordId={place.id} />}
        />
      );
    case 'newOrganization':
      return <NewOrganizationPage />;
    case 'newGroups':
      return <NewGroupsPage {...(place.tab === undefined ? {} : { tab: place.tab })} />;
    case 'station':
      return (
        <StationPage
          key={place.id}
          id={place.id}
          history={<HistoryList table="stations" recordId={place.id} />}
        />
      );
    case 'newStation':
      return <NewStationPage />;
    case 'request':
      return (
        <RequestPage
          key={place.id}
          id={place.id}
          history={<HistoryList table="requests" recordId={place.id} />}
        />
      );
    case 'newRequest':
      return <NewRequestPage />;
    case 'instructors':
      return <InstructorsPage />;
    case 'instructor':
      return (
        <InstructorPage
          key={place.id}
          id={place.id}
          history={<HistoryList table="instructors" recordId={place.id} />}
        />
      );
    case 'newInstructor':
      return <NewInstructorPage />;
    case 'associations':
      return <AssociationsPage />;
    case 'partyOrganizations':
      return <PartyOrganizationsPage />;
    case 'partyOrganization':
      return (
        <PartyOrganizationPage
          key={place.id}
          id={place.id}
          history={<HistoryList table="partyOrganizations" recordId={place.id} />}
        />
      );
    case 'merge':
      return <MergePage key={place.id} subject={place.subject} id={place.id} />;
    case 'areas':
      return <AreasPage />;
    case 'carriers':
      return <CarriersPage />;
    case 'reconciliation':
      return <ReconciliationPage />;
    case 'imports':
      return <ImportsPage />;
    case 'reports':
      return (
        <ReportsPage
          {...(place.report === undefined ? {} : { report: place.report })}
          {...(place.personId === undefined ? {} : { personId: place.personId })}
        />
      );
    case 'history':
      return <HistoryPage />;
    case 'trail':
      return <TrailPage />;
    case 'backups':
      return <BackupsPage />;
    case 'overlay':
      return <OverlayPage />;
    case 'settings':
      return <SettingsPage />;
  }
}
