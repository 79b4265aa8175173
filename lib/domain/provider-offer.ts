import {
  ANIMATIC_CAPABILITIES,
  FLOW_CAPABILITIES,
  type Capabilities,
  type ProviderName,
} from './capabilities.ts';

/** A provider that a film can be made with, or planned for. */
export interface ProviderOffer {
  readonly name: ProviderName;
  readonly capabilities: Pick<Capabilities, 'kinds' | 'aspects'>;
  /** Whether this build makes takes with it; one that is to come is only planned for. */
  readonly isBuiltIn: boolean;
}

/** What is offered for a new project, the built-in one first. */
export const PROVIDER_OFFERS: readonly ProviderOffer[] = [
  { name: 'animatic', capabilities: ANIMATIC_CAPABILITIES, isBuiltIn: true },
  { name: 'flow', capabilities: FLOW_CAPABILITIES, isBuiltIn: true },
];
