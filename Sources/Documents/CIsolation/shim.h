// Starting a process behind walls, as Swift cannot: between clone and exec only plain system calls may run.
#pragma once
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/// The exit code of a reader whose processor time is used up.
#define PLUMBLINE_EXIT_TIME 124

/// What one process may have and where it may write.
struct plumbline_walls {
  /// Its folder: the current one, and the one for temporary files.
  const char *folder;
  unsigned long long address_bytes;
  unsigned long long file_bytes;
  unsigned long long processor_seconds;
  unsigned long long open_files;
  unsigned long long processes;
};

#if defined(__x86_64__)
#define PLUMBLINE_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define PLUMBLINE_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#define PLUMBLINE_DENY(number, error) \
  {BPF_JMP | BPF_JEQ | BPF_K, 0, 1, (number)}, {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | (error)}

/// Refuses every socket but those inside this machine, and the calls that reach into other processes or into
/// the kernel's less trodden parts. 0 when the filter stands.
static inline int plumbline_close_network(void) {
#ifdef PLUMBLINE_ARCHITECTURE
  struct sock_filter code[] = {
      {BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(struct seccomp_data, arch)},
      {BPF_JMP | BPF_JEQ | BPF_K, 1, 0, PLUMBLINE_ARCHITECTURE},
      {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | EPERM},
      {BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(struct seccomp_data, nr)},
#if defined(__x86_64__)
      // The second numbering of the system calls (x32) would go round the filter.
      {BPF_JMP | BPF_JGE | BPF_K, 0, 1, 0x40000000},
      {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | EPERM},
#endif
      // io_uring opens sockets without the call for sockets.
      PLUMBLINE_DENY(425, ENOSYS),
      PLUMBLINE_DENY(SYS_ptrace, EPERM),
      PLUMBLINE_DENY(SYS_process_vm_readv, EPERM),
      PLUMBLINE_DENY(SYS_process_vm_writev, EPERM),
      // pidfd_getfd takes descriptors out of other processes.
      PLUMBLINE_DENY(438, EPERM),
      PLUMBLINE_DENY(SYS_bpf, EPERM),
      PLUMBLINE_DENY(SYS_perf_event_open, EPERM),
      PLUMBLINE_DENY(SYS_userfaultfd, EPERM),
      PLUMBLINE_DENY(SYS_keyctl, EPERM),
      PLUMBLINE_DENY(SYS_add_key, EPERM),
      PLUMBLINE_DENY(SYS_mount, EPERM),
      PLUMBLINE_DENY(SYS_unshare, EPERM),
      PLUMBLINE_DENY(SYS_setns, EPERM),
      PLUMBLINE_DENY(SYS_open_by_handle_at, EPERM),
      {BPF_JMP | BPF_JEQ | BPF_K, 0, 3, SYS_socket},
      {BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(struct seccomp_data, args[0])},
      {BPF_JMP | BPF_JEQ | BPF_K, 1, 0, AF_UNIX},
      {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | EACCES},
      {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW},
  };
  struct sock_fprog program = {sizeof(code) / sizeof(code[0]), code};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
#else
  return -1;
#endif
}

/// 1 when this process cannot open a socket to anywhere outside the machine.
static inline int plumbline_network_is_closed(void) {
  int families[] = {AF_INET, AF_INET6};
  for (int index = 0; index < 2; index++) {
    int descriptor = socket(families[index], SOCK_STREAM, 0);
    if (descriptor >= 0) {
      close(descriptor);
      return 0;
    }
    if (errno != EACCES && errno != EAFNOSUPPORT) return 0;
  }
  return 1;
}

static inline void plumbline_limit(int resource, unsigned long long soft, unsigned long long hard) {
  struct rlimit limit = {soft, hard};
  setrlimit(resource, &limit);
}

static inline void plumbline_put(const char *path, const char *text) {
  int descriptor = open(path, O_WRONLY);
  if (descriptor < 0) return;
  ssize_t written = write(descriptor, text, strlen(text));
  (void)written;
  close(descriptor);
}

/// What happens in the started process before the program runs; never returns.
static inline void plumbline_become(
    const char *program, char *const arguments[], char *const environment[],
    const struct plumbline_walls *walls, const int descriptors[3], const char *user, const char *group) {
  prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  setpgid(0, 0);
  if (user) {
    plumbline_put("/proc/self/setgroups", "deny");
    plumbline_put("/proc/self/uid_map", user);
    plumbline_put("/proc/self/gid_map", group);
  }
  // Above 2 first, so that none is overwritten before it is moved.
  int moved[3];
  for (int index = 0; index < 3; index++) moved[index] = fcntl(descriptors[index], F_DUPFD, 10);
  for (int index = 0; index < 3; index++)
    if (moved[index] < 0 || dup2(moved[index], index) < 0) _exit(127);
  if (syscall(436, 3, ~0U, 0) != 0)
    for (int descriptor = 3; descriptor < 4096; descriptor++) close(descriptor);
  if (chdir(walls->folder) != 0) _exit(127);
  umask(077);
  plumbline_limit(RLIMIT_CORE, 0, 0);
  plumbline_limit(RLIMIT_AS, walls->address_bytes, walls->address_bytes);
  plumbline_limit(RLIMIT_FSIZE, walls->file_bytes, walls->file_bytes);
  plumbline_limit(RLIMIT_NOFILE, walls->open_files, walls->open_files);
  plumbline_limit(RLIMIT_NPROC, walls->processes, walls->processes);
  plumbline_limit(RLIMIT_CPU, walls->processor_seconds, walls->processor_seconds + 5);
  for (int capability = 0; capability < 64; capability++)
    prctl(PR_CAPBSET_DROP, capability, 0, 0, 0);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  plumbline_close_network();
  for (int number = 1; number < 65; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execve(program, arguments, environment);
  _exit(127);
}

/// Starts a program behind the walls, with namespaces of its own where the system permits: no network, and no
/// process that outlives it. Its number, or -1.
static inline int plumbline_start(
    const char *program, char *const arguments[], char *const environment[],
    const struct plumbline_walls *walls, int input, int output, int errors) {
  char user[64], group[64];
  snprintf(user, sizeof user, "%u %u 1", (unsigned)geteuid(), (unsigned)geteuid());
  snprintf(group, sizeof group, "%u %u 1", (unsigned)getegid(), (unsigned)getegid());
  const int descriptors[3] = {input, output, errors};
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  // CLONE_NEWUSER, CLONE_NEWNET, CLONE_NEWPID, CLONE_NEWIPC
  unsigned long apart = 0x10000000 | 0x40000000 | 0x20000000 | 0x08000000;
  long process = syscall(SYS_clone, apart | SIGCHLD, 0L, 0L, 0L, 0L);
  if (process == 0)
    plumbline_become(program, arguments, environment, walls, descriptors, user, group);
  if (process < 0) {
    process = syscall(SYS_clone, (unsigned long)SIGCHLD, 0L, 0L, 0L, 0L);
    if (process == 0)
      plumbline_become(program, arguments, environment, walls, descriptors, NULL, NULL);
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (process > 0) setpgid((pid_t)process, (pid_t)process);
  return (int)process;
}

/// How a process ended.
struct plumbline_ending {
  /// 0 while it runs, 1 when it has ended, -1 when there is no such child.
  int state;
  /// The signal that ended it, else 0.
  int signal;
  int code;
  /// The largest resident size.
  unsigned long long peak_bytes;
};

/// Looks after a child: at once, or waiting for its end.
static inline struct plumbline_ending plumbline_reap(int process, int waits) {
  struct plumbline_ending ending = {0, 0, 0, 0};
  struct rusage usage;
  int status = 0;
  pid_t answer;
  do answer = wait4(process, &status, waits ? 0 : WNOHANG, &usage);
  while (answer < 0 && errno == EINTR);
  if (answer == 0) return ending;
  ending.state = answer < 0 ? -1 : 1;
  if (answer < 0) return ending;
  ending.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  ending.code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
  ending.peak_bytes = (unsigned long long)usage.ru_maxrss * 1024;
  return ending;
}

static inline void plumbline_time_is_up(int number) {
  (void)number;
  _exit(PLUMBLINE_EXIT_TIME);
}

/// Gives the calling process so many seconds of processor time from now on.
static inline void plumbline_allow_processor_seconds(unsigned long long seconds) {
  struct rusage usage;
  struct rlimit limit;
  if (getrusage(RUSAGE_SELF, &usage) != 0 || getrlimit(RLIMIT_CPU, &limit) != 0) return;
  unsigned long long used = (unsigned long long)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + 1;
  limit.rlim_cur = used + seconds < limit.rlim_max ? used + seconds : limit.rlim_max;
  signal(SIGXCPU, plumbline_time_is_up);
  setrlimit(RLIMIT_CPU, &limit);
}

/// A pipe whose ends other programs do not inherit; 0 when it was made.
static inline int plumbline_pipe(int ends[2]) { return (int)syscall(SYS_pipe2, ends, O_CLOEXEC); }
