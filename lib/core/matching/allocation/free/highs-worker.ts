import { parentPort, workerData } from 'node:worker_threads';
import { runHighs } from './run-highs.ts';

parentPort?.postMessage(await runHighs(workerData.program, workerData.seconds));
