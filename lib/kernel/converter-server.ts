/**
 * Compiles cells for one kernel after another: `node converter-server.js SOCKET`. Of a kernel's start, most is reading the
 * types of TensorFlow and the library; a server has read them before, so many short-lived kernels had better share one.
 * It compiles and never runs what it is sent. It says when it is ready, and ends with its standard input.
 */
import './start/index'; // first: it decides how the others are loaded
import { createServer, type Socket } from 'node:net';
import { log } from './log';
import { messages, pack } from './pipe';
import { mostImported } from './start/warm-up';
import { createConverter } from './tslab';

const converter = createConverter();

async function serve(socket: Socket): Promise<void> {
  for await (const [declarations, source] of messages(socket)) {
    socket.write(pack([Buffer.from(JSON.stringify(converted(String(declarations), String(source))))]));
  }
}

/** What the converter gives or throws. */
function converted(declarations: string, source: string): object {
  try {
    return { converted: converter.convert(declarations, source) };
  } catch (error) {
    return { error: String(error) };
  }
}

process.stdin.on('end', () => process.exit()).resume();
for (const code of mostImported) converter.inspect('', code, 0);
createServer((socket) => {
  socket.on('error', (error) => log(`a kernel has left: ${error.message}`));
  void serve(socket).catch((error: unknown) => log(`dropped a kernel: ${String(error)}`));
}).listen(process.argv[2], () => console.log('ready'));
