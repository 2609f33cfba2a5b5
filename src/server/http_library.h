#ifndef SUNTING_SERVER_HTTP_LIBRARY_H
#define SUNTING_SERVER_HTTP_LIBRARY_H

#include "base/library.h"

#include <microhttpd.h>

/*
 * libmicrohttpd, loaded when it is wanted: in Debian it brings GnuTLS and nine more libraries, which would
 * cost each start of the program 10 ms, three times what it takes.
 */
#define HTTP_FUNCTIONS(one)                                                                                  \
    one(MHD_start_daemon) one(MHD_stop_daemon) one(MHD_run_wait) one(MHD_lookup_connection_value)            \
        one(MHD_get_connection_values) one(MHD_create_post_processor) one(MHD_post_process)                  \
            one(MHD_destroy_post_processor) one(MHD_create_response_from_buffer)                             \
                one(MHD_add_response_header) one(MHD_queue_response) one(MHD_destroy_response)

#define HTTP_LIBRARY "libmicrohttpd.so.12" /* of 0.9.34 to 1.0 */

struct http_library {
    HTTP_FUNCTIONS(LIBRARY_MEMBER) void *handle;
};

/* False: it is not installed. */
bool http_library_open(struct http_library *library);
void http_library_close(struct http_library *library);

#endif
