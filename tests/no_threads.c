/* Where calls fail on demand, or a disk is played, all of them come from one thread: the system has no other.
 */
#include <errno.h>
#include <pthread.h>

int __wrap_pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*run)(void *),
                          void *context);
int __wrap_pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*run)(void *),
                          void *context) {
    (void)thread;
    (void)attributes;
    (void)run;
    (void)context;
    return EAGAIN;
}
