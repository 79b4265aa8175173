import type { Answer, MediaRecord, Prompt, Report, Submit } from './report.ts';
import type { Status } from './status.ts';

/** A report without words, titles and addresses: what may wait in the page's own storage. */
export function idsOnly(report: Report): Report {
  return report.type === 'sent'
    ? { ...report, submit: slimSubmit(report.submit) }
    : { ...report, answer: slimAnswer(report.answer) };
}

function slimSubmit(submit: Submit): Submit {
  if (submit.mode === 'upload') return { ...submit, fileName: '' };
  if (submit.mode === 'enlarge') return submit;
  return { ...submit, items: submit.items.map((item) => ({ ...item, prompt: slimPrompt(item.prompt) })) };
}

function slimAnswer(answer: Answer): Answer {
  switch (answer.type) {
    case 'read':
      return {
        ...answer,
        listings: answer.listings.map((listing) => ({ ...listing, title: '' })),
        records: answer.records.map(slimRecord),
        projects: answer.projects.map((project) => ({ ...project, title: '' })),
      };
    case 'refused':
      return { ...answer, status: slimStatus(answer.status) };
    default:
      return answer;
  }
}

function slimRecord(record: MediaRecord): MediaRecord {
  const { progress } = record;
  return {
    ...record,
    progress:
      progress.type === 'failed' && progress.status !== null
        ? { ...progress, status: slimStatus(progress.status) }
        : progress,
    posterUrl: null,
    mediaUrl: null,
    prompt: slimPrompt(record.prompt),
  };
}

function slimPrompt(prompt: Prompt | null): Prompt | null {
  return prompt === null ? null : { key: prompt.key, text: null };
}

function slimStatus(status: Status): Status {
  return { ...status, words: '' };
}
