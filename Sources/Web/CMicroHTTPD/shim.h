// The HTTP library, as Swift sees it: functions with a fixed number of arguments around those without.
#pragma once
#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#if MHD_VERSION < 0x00097500
#error "libmicrohttpd 0.9.75 or newer is needed"
#endif

/// What the library is started with.
struct plumbline_http_options {
  /// A socket that listens already.
  int listener;
  unsigned int threads;
  unsigned int connections_max;
  /// 0 for no limit.
  unsigned int connections_per_address_max;
  unsigned int idle_seconds;
  size_t head_bytes_max;
  MHD_AccessHandlerCallback access;
  void *(*target)(void *context, const char *target, struct MHD_Connection *connection);
  MHD_RequestCompletedCallback completed;
  MHD_NotifyConnectionCallback connected;
  void *context;
};

/// Paths are decoded by our own code, which knows what a slash in a segment means.
static inline size_t plumbline_http_keep_escapes(
    void *context, struct MHD_Connection *connection, char *text) {
  (void)context;
  (void)connection;
  return strlen(text);
}

/// NULL when the library cannot start.
static inline struct MHD_Daemon *plumbline_http_start(const struct plumbline_http_options *options) {
  struct MHD_OptionItem pool[] = {
      {MHD_OPTION_THREAD_POOL_SIZE, (intptr_t)options->threads, NULL}, {MHD_OPTION_END, 0, NULL}};
  struct MHD_OptionItem none[] = {{MHD_OPTION_END, 0, NULL}};
  return MHD_start_daemon(
      MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL,
      options->access, options->context, MHD_OPTION_LISTEN_SOCKET, options->listener,
      MHD_OPTION_CONNECTION_LIMIT, options->connections_max, MHD_OPTION_PER_IP_CONNECTION_LIMIT,
      options->connections_per_address_max, MHD_OPTION_CONNECTION_TIMEOUT, options->idle_seconds,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, options->head_bytes_max, MHD_OPTION_STRICT_FOR_CLIENT, 1,
      MHD_OPTION_URI_LOG_CALLBACK, options->target, options->context, MHD_OPTION_UNESCAPE_CALLBACK,
      &plumbline_http_keep_escapes, NULL, MHD_OPTION_NOTIFY_COMPLETED, options->completed,
      options->context, MHD_OPTION_NOTIFY_CONNECTION, options->connected, options->context,
      MHD_OPTION_ARRAY, options->threads > 1 ? pool : none, MHD_OPTION_END);
}

/// What `connected` stored for the connection.
static inline void *plumbline_http_socket_context(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *answer =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return answer ? answer->socket_context : NULL;
}

/// -1 where it is not known.
static inline int plumbline_http_socket(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *answer =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return answer ? (int)answer->connect_fd : -1;
}

/// Writes the peer's address; an empty text for a local socket.
static inline void plumbline_http_peer(struct MHD_Connection *connection, char *text, size_t capacity) {
  text[0] = 0;
  const union MHD_ConnectionInfo *answer =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  const struct sockaddr *address = answer ? answer->client_addr : NULL;
  if (!address) return;
  if (address->sa_family == AF_INET)
    inet_ntop(AF_INET, &((const struct sockaddr_in *)address)->sin_addr, text, (socklen_t)capacity);
  if (address->sa_family == AF_INET6)
    inet_ntop(AF_INET6, &((const struct sockaddr_in6 *)address)->sin6_addr, text, (socklen_t)capacity);
}

/// What `plumbline_http_listen` wants.
struct plumbline_listening {
  /// Numeric; NULL for a local socket.
  const char *host;
  unsigned short port;
  /// A path; NULL for the network.
  const char *path;
};

/// Opens a listening socket. -1 with `errno` where it cannot; -2 for an address that is none.
static inline int plumbline_http_listen(const struct plumbline_listening *wanted) {
  struct sockaddr_storage storage;
  socklen_t length = 0;
  memset(&storage, 0, sizeof storage);
  struct sockaddr_in *four = (struct sockaddr_in *)&storage;
  struct sockaddr_in6 *six = (struct sockaddr_in6 *)&storage;
  struct sockaddr_un *local = (struct sockaddr_un *)&storage;
  if (wanted->path) {
    if (strlen(wanted->path) >= sizeof local->sun_path) return -2;
    local->sun_family = AF_UNIX;
    strcpy(local->sun_path, wanted->path);
    length = sizeof *local;
  } else if (inet_pton(AF_INET, wanted->host, &four->sin_addr) == 1) {
    four->sin_family = AF_INET;
    four->sin_port = htons(wanted->port);
    length = sizeof *four;
  } else if (inet_pton(AF_INET6, wanted->host, &six->sin6_addr) == 1) {
    six->sin6_family = AF_INET6;
    six->sin6_port = htons(wanted->port);
    length = sizeof *six;
  } else {
    return -2;
  }
  int descriptor = socket(storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (descriptor < 0) return -1;
  int yes = 1;
  if (!wanted->path) setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (bind(descriptor, (struct sockaddr *)&storage, length) != 0 || listen(descriptor, 1024) != 0) {
    int error = errno;
    close(descriptor);
    errno = error;
    return -1;
  }
  return descriptor;
}

/// The port of a listening socket; 0 for a local one.
static inline unsigned short plumbline_http_port(int descriptor) {
  struct sockaddr_storage storage;
  socklen_t length = sizeof storage;
  if (getsockname(descriptor, (struct sockaddr *)&storage, &length) != 0) return 0;
  if (storage.ss_family == AF_INET) return ntohs(((struct sockaddr_in *)&storage)->sin_port);
  if (storage.ss_family == AF_INET6) return ntohs(((struct sockaddr_in6 *)&storage)->sin6_port);
  return 0;
}
