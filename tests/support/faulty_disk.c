/* Stands between a program and the C library, by LD_PRELOAD: a disk that knows no locks, or on which nothing
   can be brought to the disk below a folder for as long as a file is there.

   SUPPLE_TEST_NO_LOCKS   nothing can be locked
   SUPPLE_TEST_BAD_SYNC   the file
   SUPPLE_TEST_BELOW      the folder
   SUPPLE_TEST_STRUCK     gets a letter each time that something failed */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static int struck(int error) {
    const char *path = getenv("SUPPLE_TEST_STRUCK");
    int file = path ? open(path, O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
    if (file >= 0) {
        if (write(file, "x", 1) != 1) {
            abort();
        }
        close(file);
    }
    errno = error;
    return -1;
}

int flock(int file, int how) {
    if (getenv("SUPPLE_TEST_NO_LOCKS")) {
        return struck(ENOLCK);
    }
    return syscall(SYS_flock, file, how);
}

static int is_bad(int file) {
    const char *marker = getenv("SUPPLE_TEST_BAD_SYNC");
    const char *folder = getenv("SUPPLE_TEST_BELOW");
    char name[64], path[4096];
    ssize_t length;
    if (!marker || !folder || access(marker, F_OK) != 0) {
        return 0;
    }
    snprintf(name, sizeof name, "/proc/self/fd/%d", file);
    length = readlink(name, path, sizeof path - 1);
    return length > 0 && strncmp(path, folder, strlen(folder)) == 0;
}

int fsync(int file) {
    return is_bad(file) ? struck(EIO) : syscall(SYS_fsync, file);
}

int fdatasync(int file) {
    return is_bad(file) ? struck(EIO) : syscall(SYS_fdatasync, file);
}
