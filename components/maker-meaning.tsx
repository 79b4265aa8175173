import { capabilitiesOf } from '../lib/domain/capabilities.ts';
import type { ScenePlace } from '../lib/domain/card.ts';
import type { Project } from '../lib/domain/project.ts';
import { useT, type Translate } from './words.tsx';

/** Scenes that are named before the rest is left to be seen. */
const MOST_NAMED = 12;

/** Says what it means for scenes to be made as a film is: presses, money, and what its service would refuse. */
export function MakerMeaning({
  film,
  places,
  more = [],
}: {
  readonly film: Project;
  readonly places: readonly ScenePlace[];
  readonly more?: readonly string[];
}) {
  const t = useT();
  return (
    <div role="status">
      <ul className="maker-means">
        {[...meaningOf(t, film, places), ...more].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

function meaningOf(
  t: Translate,
  { provider, aspect, clipLengthS }: Project,
  places: readonly ScenePlace[],
): readonly string[] {
  const has = capabilitiesOf(provider);
  if (has === null) return [];
  const { least, most } = has.lengthS;
  const isSet = clipLengthS !== null && has.clipLengths.length > 0;
  const odd = places.filter(({ lengthS }) => !isSet && (lengthS < least || lengthS > most));
  const indexes = odd.map(({ index }) => index);
  const named = [...indexes.slice(0, MOST_NAMED), ...(odd.length > MOST_NAMED ? ['…'] : [])].join(', ');
  return [
    ...(has.needsPress ? [t('maker_press')] : []),
    t(has.price.unit === 'none' ? 'maker_free' : 'maker_costs'),
    t('maker_stays'),
    ...(has.aspects.includes(aspect) ? [] : [t('maker_aspect', aspect, has.aspects.join(', '))]),
    ...(odd.length === 0 ? [] : [t('maker_lengths', String(least), String(most), named)]),
  ];
}
