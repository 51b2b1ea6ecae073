import type { PersonView } from '../../../contract/people';
import { ActDialog } from './act-dialog';
import { StepDialog } from './step-dialog';

/** What the person page can ask for above itself. */
export type PersonDialog =
  { readonly kind: 'step' } | { readonly kind: 'act'; readonly index?: number };

type Props = {
  readonly view: PersonView;
  readonly dialog: PersonDialog | undefined;
  readonly onClose: () => void;
  readonly onFacts: () => void;
};

export function PersonDialogs({ view, dialog, onClose, onFacts }: Props) {
  if (dialog === undefined) return null;
  if (dialog.kind === 'step')
    return view.nextStep === null ? null : (
      <StepDialog view={view} step={view.nextStep} onClose={onClose} onFacts={onFacts} />
    );
  const { index } = dialog;
  const event = index === undefined ? undefined : view.record.dossier?.events?.[index];
  return (
    <ActDialog
      id={view.id}
      name={view.record.name}
      onClose={onClose}
      {...(index === undefined || event === undefined ? {} : { completes: { event, index } })}
    />
  );
}
