import type { BuildFailure, Message } from 'esbuild';

/** A build whose failure is said in a line a place; what esbuild only warns of in our own files fails too. */
export async function explained<Built extends { readonly warnings: readonly Message[] }>(
  building: Promise<Built>,
): Promise<Built> {
  const built = await building.catch((failure: unknown) => {
    throw isBuildFailure(failure) ? saying(failure.errors) : failure;
  });
  const own = built.warnings.filter(({ location }) => !location?.file.includes('node_modules/'));
  if (own.length > 0) throw saying(own);
  return built;
}

function saying(messages: readonly Message[]): Error {
  const lines = messages.map(({ location: at, text }) =>
    at ? `${at.file}:${at.line}:${at.column + 1} ${text}` : text,
  );
  return new Error(`The bundles could not be built.\n${[...new Set(lines)].join('\n')}`);
}

function isBuildFailure(failure: unknown): failure is BuildFailure {
  return failure instanceof Error && 'errors' in failure && Array.isArray(failure.errors);
}
