import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { installMovedDate } from './moved-date.ts';
import type { WorkerReply, WorkerStart, WorkerTask } from './worker-messages.ts';

const start: WorkerStart = workerData;
const port = parentPort;
if (!port) throw new Error('this module runs in a worker');
const say = (reply: WorkerReply) => port.postMessage(reply);

installMovedDate(start.ahead);
const handler = await load();

port.on('message', async (task: WorkerTask) => {
  const before = process.threadCpuUsage();
  try {
    const result: unknown = await handler(JSON.parse(task.event), contextOf(task));
    const { user, system } = process.threadCpuUsage(before);
    const cpuMilliseconds = (user + system) / 1000;
    say({ kind: 'done', requestId: task.requestId, result: JSON.stringify(result), cpuMilliseconds });
  } catch (error) {
    say({ kind: 'failed', requestId: task.requestId, ...describe(error) });
  }
});
say({ kind: 'ready' });

async function load(): Promise<(event: unknown, context: unknown) => unknown> {
  try {
    const module: Record<string, unknown> = await import(pathToFileURL(start.module).href);
    const found = module[start.handler];
    if (typeof found === 'function') return (event, context) => found(event, context);
    throw new Error(`${start.module} exports no ${start.handler}`);
  } catch (error) {
    say({ kind: 'failed', requestId: undefined, ...describe(error) });
    throw error;
  }
}

function contextOf(task: WorkerTask): object {
  const end = performance.now() + task.timeoutMs;
  return {
    functionName: start.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: start.functionArn,
    memoryLimitInMB: String(start.memoryMb),
    awsRequestId: task.requestId,
    logGroupName: `/aws/lambda/${start.functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(end - performance.now())),
  };
}

function describe(error: unknown): { errorType: string; errorMessage: string } {
  if (!(error instanceof Error)) return { errorType: 'Error', errorMessage: String(error) };
  console.error(error.stack ?? error.message);
  return { errorType: error.name, errorMessage: error.message };
}
