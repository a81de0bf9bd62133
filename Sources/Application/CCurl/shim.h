// The transfer library, as Swift sees it: one letter over SMTP (RFC 5321), and what came of it.
#pragma once
#include <curl/curl.h>
#include <string.h>

/// How the way to the server is protected.
enum plumbline_mail_protection {
  plumbline_mail_open = 0,
  /// STARTTLS, or nothing is sent.
  plumbline_mail_upgraded = 1,
  /// TLS from the first byte.
  plumbline_mail_protected = 2
};

/// A letter with the way that it takes; all texts end with a zero.
struct plumbline_mail {
  /// `smtp://host:port/name`, the name being what the server is greeted with.
  const char *url;
  const char *sender;
  const char *recipient;
  /// NULL where nobody signs in.
  const char *account;
  const char *password;
  /// A file with certificates that are trusted; NULL for those of the system.
  const char *certificates;
  enum plumbline_mail_protection protection;
  long seconds_max;
  const unsigned char *bytes;
  size_t count;
};

/// What came of it.
struct plumbline_mail_outcome {
  /// `CURLE_OK`, or why not.
  int code;
  /// The server's last answer, such as 550; 0 where it gave none.
  long answer;
};

struct plumbline_mail_rest {
  const unsigned char *bytes;
  size_t count;
};

static inline size_t plumbline_mail_take(char *buffer, size_t size, size_t count, void *context) {
  struct plumbline_mail_rest *rest = (struct plumbline_mail_rest *)context;
  size_t taken = size * count < rest->count ? size * count : rest->count;
  memcpy(buffer, rest->bytes, taken);
  rest->bytes += taken;
  rest->count -= taken;
  return taken;
}

/// To be called once before the first letter; 0 where the library is ready.
static inline int plumbline_mail_prepare(void) { return (int)curl_global_init(CURL_GLOBAL_DEFAULT); }

/// Sends a letter, and returns when the server has taken or refused it.
static inline struct plumbline_mail_outcome plumbline_mail_send(const struct plumbline_mail *mail) {
  struct plumbline_mail_outcome outcome = {CURLE_OUT_OF_MEMORY, 0};
  struct plumbline_mail_rest rest = {mail->bytes, mail->count};
  CURL *curl = curl_easy_init();
  struct curl_slist *recipients = curl_slist_append(NULL, mail->recipient);
  if (curl && recipients) {
    curl_easy_setopt(curl, CURLOPT_URL, mail->url);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS, (long)(CURLPROTO_SMTP | CURLPROTO_SMTPS));
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, mail->seconds_max);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, mail->seconds_max);
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, mail->sender);
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients);
    curl_easy_setopt(
        curl, CURLOPT_USE_SSL,
        (long)(mail->protection == plumbline_mail_open ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    if (mail->certificates) curl_easy_setopt(curl, CURLOPT_CAINFO, mail->certificates);
    if (mail->account) {
      curl_easy_setopt(curl, CURLOPT_USERNAME, mail->account);
      curl_easy_setopt(curl, CURLOPT_PASSWORD, mail->password ? mail->password : "");
    }
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, (curl_off_t)mail->count);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, plumbline_mail_take);
    curl_easy_setopt(curl, CURLOPT_READDATA, &rest);
    outcome.code = (int)curl_easy_perform(curl);
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &outcome.answer);
  }
  curl_slist_free_all(recipients);
  if (curl) curl_easy_cleanup(curl);
  return outcome;
}
