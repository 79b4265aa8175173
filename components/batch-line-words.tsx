import type { BatchLine } from '../lib/domain/batch-lines.ts';
import { capabilitiesOf } from '../lib/domain/capabilities.ts';
import { chosenWords, countWords, creditWords } from './flow-words.ts';
import { useT } from './words.tsx';

/** How many orders are alike, what each costs, and what makes them. */
export function BatchLineWords({
  line: { kind, provider, chosen, price, count },
  isOther,
}: {
  readonly line: BatchLine;
  /** Whether another provider than the film's makes it. */
  readonly isOther: boolean;
}) {
  const t = useT();
  const words = countWords(t, kind, count);
  const hasModels = (capabilitiesOf(provider)?.models.video.length ?? 0) > 0;
  return (
    <li>
      {price === null ? words : t('batch_each', words, creditWords(t, price * chosen.outputs))}
      <span className="soft">
        {[
          ...(isOther || !hasModels ? [t(`provider_${provider}`)] : []),
          ...(hasModels ? [chosenWords(t, chosen, kind)] : []),
        ].join(' · ')}
      </span>
    </li>
  );
}
