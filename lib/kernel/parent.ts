/** Ends the kernel when the program that started it is gone, even if a cell keeps it busy; runs in a thread of its own. */
import { isMainThread, Worker, workerData } from 'node:worker_threads';

/** Starts to watch; a kernel that was started by hand, or to outlive its parent, has no parent in its environment. */
export function dieWithParent(): void {
  if (process.env.JPY_PARENT_PID) new Worker(__filename, { workerData: process.ppid }).unref();
}

if (!isMainThread) {
  setInterval(() => {
    if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL');
  }, 1000);
}
