#include "CCurlShims.h"

#include <errno.h>

CURLcode consilium_easy_set_long(CURL *easy, CURLoption option, long value) {
  return curl_easy_setopt(easy, option, value);
}

CURLcode consilium_easy_set_text(CURL *easy, CURLoption option, const char *value) {
  return curl_easy_setopt(easy, option, value);
}

CURLcode consilium_easy_set_pointer(CURL *easy, CURLoption option, const void *value) {
  return curl_easy_setopt(easy, option, value);
}

CURLcode consilium_easy_set_size(CURL *easy, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(easy, option, value);
}

CURLcode consilium_easy_set_data_function(
  CURL *easy, CURLoption option, size_t (*function)(char *, size_t, size_t, void *)) {
  return curl_easy_setopt(easy, option, function);
}

CURLcode consilium_easy_get_long(CURL *easy, CURLINFO info, long *value) {
  return curl_easy_getinfo(easy, info, value);
}

CURLcode consilium_easy_get_pointer(CURL *easy, CURLINFO info, void **value) {
  return curl_easy_getinfo(easy, info, value);
}

CURLMcode consilium_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}

CURLMcode consilium_multi_set_pointer(CURLM *multi, CURLMoption option, void *value) {
  return curl_multi_setopt(multi, option, value);
}

CURLMcode consilium_multi_set_socket_function(
  CURLM *multi, int (*function)(CURL *, curl_socket_t, int, void *, void *)) {
  return curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, function);
}

CURLMcode consilium_multi_set_timer_function(CURLM *multi, int (*function)(CURLM *, long, void *)) {
  return curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, function);
}

int consilium_multi_next_finished(CURLM *multi, CURL **easy, CURLcode *result) {
  int left;
  CURLMsg *message;
  while ((message = curl_multi_info_read(multi, &left))) {
    if (message->msg != CURLMSG_DONE) continue;
    *easy = message->easy_handle;
    *result = message->data.result;
    return 1;
  }
  return 0;
}

int consilium_epoll_set(int epoll, int operation, int descriptor, int reads, int writes) {
  struct epoll_event event = {0};
  event.events = (reads ? EPOLLIN : 0u) | (writes ? EPOLLOUT : 0u);
  event.data.fd = descriptor;
  return epoll_ctl(epoll, operation, descriptor, &event);
}

int consilium_epoll_wait(
  int epoll, int *descriptors, int *readable, int *writable, int capacity, int milliseconds) {
  struct epoll_event events[64];
  int count = epoll_wait(epoll, events, capacity < 64 ? capacity : 64, milliseconds);
  for (int i = 0; i < count; i++) {
    descriptors[i] = events[i].data.fd;
    readable[i] = (events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0;
    writable[i] = (events[i].events & EPOLLOUT) != 0;
  }
  return count < 0 && errno == EINTR ? 0 : count;
}
