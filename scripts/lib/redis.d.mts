import type { ChildProcess } from 'node:child_process';

export interface OurRedis {
  child: ChildProcess;
  port: number;
  url: string;
}

export function startRedis(folder: string, port: number): Promise<OurRedis | undefined>;
