export { fillQueue } from './fill-queue.ts';
export { claimTimes, fillStores, stepTimes } from './growing-stores.ts';
export { observerTimes } from './observer-times.ts';
export { orderTimes } from './order-times.ts';
export { saveTimes } from './save-times.ts';
