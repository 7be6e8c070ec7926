/**
 * Functions of the standard library, written in C, in which a thread waits for something else, as tracers name them. A tracing profiler measures wall time
 * and says nothing of waiting, but these do nothing else (their documentation in https://docs.python.org/3/library/: time, select,
 * threading, socket, ssl, queue, os).
 */
const BLOCKING: readonly RegExp[] = [
  /^<?(?:built-in method )?time\.sleep>?$/,
  /^<?(?:built-in method )?select\.select>?$/,
  /^<?method '(?:poll|control)' of 'select\.(?:poll|epoll|kqueue|devpoll)' objects>?$/,
  /^<?method '(?:acquire|__enter__)' of '_thread\.(?:R?[Ll]ock|lock)' objects>?$/,
  /^<?method 'get' of '_queue\.SimpleQueue' objects>?$/,
  /^<?method '(?:accept|connect|recv|recv_into|recvfrom|recvmsg|send|sendall|sendto)' of '_socket\.socket' objects>?$/,
  /^<?method '(?:read|write|do_handshake)' of '_ssl\._SSLSocket' objects>?$/,
  /^<?(?:built-in method )?(?:posix|nt)\.(?:wait|wait3|wait4|waitpid|waitid)>?$/,
  /^<?(?:built-in method )?_winapi\.WaitFor(?:Single|Multiple)Objects?>?$/,
];

export function isBlockingCall(name: string): boolean {
  return BLOCKING.some((pattern) => pattern.test(name));
}
