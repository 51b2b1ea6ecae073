import { PageHead, Section } from '../../components/page-head';
import { HistoryList } from './history-list';
import { PendingReviews } from './pending-reviews';

export function HistoryPage() {
  return (
    <div className="page-scroll">
      <PageHead
        title="变更记录"
        sentence="最近 50 次操作，每一次都可以看到改了什么，几天以后也能撤销"
      />
      <PendingReviews />
      <Section title="最近的操作">
        <HistoryList />
      </Section>
    </div>
  );
}
