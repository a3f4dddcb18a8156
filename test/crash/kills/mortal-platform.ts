import { type ChildProcess, fork } from 'node:child_process';
import { freePort } from '#infra/local/free-port.ts';
import type { Question, Ready } from './questions.ts';

/** A platform whose processes are killed, and which is started again as a person would. */
export interface MortalPlatform {
  /** Where it stands now; a new start has a new endpoint. */
  at(): Ready;
  /** What its process answers; undefined when it died before. */
  ask(question: Question): Promise<number | undefined>;
  /** SIGKILL to the whole process, and a new start on the same folder and port. */
  killAndStart(): Promise<void>;
  end(): Promise<void>;
}

/** Starts one on a data folder; rejects when it ends before it stands. */
export async function mortalPlatform(dataFolder: string, asked: number): Promise<MortalPlatform> {
  const port = await freePort();
  let child: ChildProcess;
  let ready: Ready;
  let numbers = 0;
  const open = new Map<number, (answer: number | undefined) => void>();

  async function start(): Promise<void> {
    child = fork('test/crash/kills/child.ts', [dataFolder, String(port), String(asked)], { execArgv: [] });
    ready = await new Promise<Ready>((resolve, reject) => {
      child.once('exit', (code) => {
        reject(new Error(`the platform ended with ${code} before it stood`));
        for (const answer of open.values()) answer(undefined);
        open.clear();
      });
      child.on('message', (message: Ready | { number: number; answer: number }) => {
        if ('kind' in message) return resolve(message);
        open.get(message.number)?.(message.answer);
        open.delete(message.number);
      });
    });
  }

  async function kill(): Promise<void> {
    if (child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  await start();
  return {
    at: () => ready,
    ask(question) {
      const number = ++numbers;
      return new Promise((resolve) => {
        open.set(number, resolve);
        child.send({ number, question }, (gone) => {
          if (gone) resolve(undefined);
        });
      });
    },
    async killAndStart() {
      await kill();
      await start();
    },
    end: kill,
  };
}
