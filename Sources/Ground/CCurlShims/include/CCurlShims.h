// libcurl's setters take any type as a variable argument, which Swift cannot pass: one typed function for each.
#ifndef CONSILIUM_CURL_SHIMS_H
#define CONSILIUM_CURL_SHIMS_H

#include <curl/curl.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>

CURLcode consilium_easy_set_long(CURL *easy, CURLoption option, long value);
CURLcode consilium_easy_set_text(CURL *easy, CURLoption option, const char *value);
CURLcode consilium_easy_set_pointer(CURL *easy, CURLoption option, const void *value);
CURLcode consilium_easy_set_size(CURL *easy, CURLoption option, curl_off_t value);
CURLcode consilium_easy_set_data_function(
  CURL *easy, CURLoption option, size_t (*function)(char *, size_t, size_t, void *));
CURLcode consilium_easy_get_long(CURL *easy, CURLINFO info, long *value);
CURLcode consilium_easy_get_pointer(CURL *easy, CURLINFO info, void **value);

CURLMcode consilium_multi_set_long(CURLM *multi, CURLMoption option, long value);
CURLMcode consilium_multi_set_pointer(CURLM *multi, CURLMoption option, void *value);
CURLMcode consilium_multi_set_socket_function(
  CURLM *multi, int (*function)(CURL *, curl_socket_t, int, void *, void *));
CURLMcode consilium_multi_set_timer_function(CURLM *multi, int (*function)(CURLM *, long, void *));

// The easy handle and the result of a finished transfer; 0 where none is left.
int consilium_multi_next_finished(CURLM *multi, CURL **easy, CURLcode *result);

// epoll's events as numbers: the macros and the union are not imported.
int consilium_epoll_set(int epoll, int operation, int descriptor, int reads, int writes);
int consilium_epoll_wait(int epoll, int *descriptors, int *readable, int *writable, int capacity, int milliseconds);

enum { consilium_write_paused = CURL_WRITEFUNC_PAUSE };

#endif
