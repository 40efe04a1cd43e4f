#include "base/sandbox.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"

/* ---- files, network and signals: Landlock
 *
 * As linux/landlock.h has it; that of an older system lacks a part, so the numbers stand here. */

#define CREATE_RULESET 444
#define ADD_RULE       445
#define RESTRICT_SELF  446
#define ASK_VERSION    1u
#define PATH_BENEATH   1

enum {
    FS_WRITE_FILE = 1 << 1,
    FS_READ_FILE = 1 << 2,
    FS_READ_DIR = 1 << 3,
    FS_REMOVE_DIR = 1 << 4,
    FS_REMOVE_FILE = 1 << 5,
    FS_MAKE_DIR = 1 << 7,
    FS_MAKE_REG = 1 << 8,
    FS_TRUNCATE = 1 << 14,
    /* all that a rule for a single file may name */
    FS_OF_FILE = FS_WRITE_FILE | FS_READ_FILE | FS_TRUNCATE,
};

struct ruleset {
    uint64_t files, network, scopes; /* what is taken away where no rule gives it back */
};

struct path_rule {
    uint64_t access;
    int32_t parent;
} __attribute__((packed));

/* 0: this kernel has no Landlock, or it is turned off. */
static int landlock_version(void)
{
    long version = syscall(CREATE_RULESET, NULL, 0, ASK_VERSION);
    return version > 0 ? (int)version : 0;
}

/* All rights over files that a version knows; each came with one of them. */
static uint64_t all_file_rights(int version)
{
    static const int bits[] = {0, 13, 14, 15, 15, 16};
    return (UINT64_C(1) << bits[version > 5 ? 5 : version]) - 1;
}

#define NETWORK_SINCE 4 /* binding and connecting by TCP */
#define SCOPES_SINCE  6 /* abstract sockets, and signals */

/* kept: rights over files that nobody asks about. */
static void open_rules(struct sandbox *sandbox, uint64_t kept)
{
    int version = landlock_version();
    struct ruleset rules = {
        .files = all_file_rights(version) & ~kept,
        .network = version >= NETWORK_SINCE ? 3 : 0,
        .scopes = version >= SCOPES_SINCE ? 3 : 0,
    };
    sandbox->version = version;
    sandbox->rules = version > 0 ? (int)syscall(CREATE_RULESET, &rules, sizeof rules, 0) : -1;
}

void sandbox_open(struct sandbox *sandbox)
{
    open_rules(sandbox, 0);
}

static uint64_t rights_of(enum sandbox_access access)
{
    switch (access) {
    case SANDBOX_READ: return FS_READ_FILE | FS_READ_DIR;
    case SANDBOX_WRITE:
        return FS_OF_FILE | FS_READ_DIR | FS_REMOVE_DIR | FS_REMOVE_FILE | FS_MAKE_DIR |
               FS_MAKE_REG;
    case SANDBOX_CLEAR: return FS_REMOVE_DIR;
    }
    return 0;
}

/* What should be allowed and cannot be, by a fault of the machine, would be told later as a want of
 * permission, which it is not. */
static void give_up(struct sandbox *sandbox)
{
    close(sandbox->rules);
    sandbox->rules = -1;
}

static bool is_out_of_reach(int error)
{
    return error == ENOENT || error == ENOTDIR || error == EACCES || error == ELOOP ||
           error == ENAMETOOLONG;
}

void sandbox_allow(struct sandbox *sandbox, const char *path, enum sandbox_access access)
{
    struct stat info;
    if (sandbox->rules < 0)
        return;
    int descriptor = open(path, O_PATH | O_CLOEXEC);
    if (descriptor < 0) {
        if (!is_out_of_reach(errno))
            give_up(sandbox);
        return;
    }
    struct path_rule rule = {rights_of(access) & all_file_rights(sandbox->version), descriptor};
    bool known = fstat(descriptor, &info) == 0;
    if (known && !S_ISDIR(info.st_mode))
        rule.access &= FS_OF_FILE;
    if (!known ||
        (syscall(ADD_RULE, sandbox->rules, PATH_BENEATH, &rule, 0) != 0 && errno == ENOMEM))
        give_up(sandbox);
    close(descriptor);
}

struct loaded {
    struct sandbox *sandbox;
    const char *last; /* a path in the folder that was allowed last */
    size_t folder_len;
};

/* Most libraries lie in one folder. */
static int allow_folder_of(struct dl_phdr_info *info, size_t size, void *context)
{
    struct loaded *loaded = context;
    const char *path = info->dlpi_name;
    size_t len = (size_t)(file_name(path) - path);
    struct arena arena = {0};
    (void)size;
    if (path[0] != '/' || (len == loaded->folder_len && memcmp(path, loaded->last, len) == 0))
        return 0;
    sandbox_allow(loaded->sandbox, file_folder(&arena, path), SANDBOX_READ);
    arena_free(&arena);
    loaded->last = path;
    loaded->folder_len = len;
    return 0;
}

/* Where a library is looked for that is not loaded yet: LD_LIBRARY_PATH and the system's folders.
 */
static void allow_search_path(struct sandbox *sandbox)
{
    Dl_serinfo head, *found;
    void *self = dlopen(NULL, RTLD_LAZY);
    if (!self)
        return;
    if (dlinfo(self, RTLD_DI_SERINFOSIZE, &head) == 0) {
        found = mem_alloc(head.dls_size);
        memcpy(found, &head, sizeof head);
        if (dlinfo(self, RTLD_DI_SERINFOSIZE, found) == 0 &&
            dlinfo(self, RTLD_DI_SERINFO, found) == 0)
            for (unsigned i = 0; i < found->dls_cnt; i++)
                sandbox_allow(sandbox, found->dls_serpath[i].dls_name, SANDBOX_READ);
        mem_free(found);
    }
    dlclose(self);
}

void sandbox_allow_system(struct sandbox *sandbox)
{
    struct loaded loaded = {.sandbox = sandbox};
    if (sandbox->rules < 0)
        return;
    dl_iterate_phdr(allow_folder_of, &loaded);
    allow_search_path(sandbox);
    sandbox_allow(sandbox, "/usr/local/lib", SANDBOX_READ);
    sandbox_allow(sandbox, "/etc/ld.so.cache", SANDBOX_READ);
    sandbox_allow(sandbox, "/sys/devices/system/cpu", SANDBOX_READ);
#ifdef __SANITIZE_ADDRESS__
    sandbox_allow(sandbox, "/proc", SANDBOX_READ);
#endif
}

/* ---- programs, sockets and other processes: seccomp */

#if defined __x86_64__
#define MACHINE AUDIT_ARCH_X86_64
#elif defined __aarch64__
#define MACHINE AUDIT_ARCH_AARCH64
#endif

/* The sanitizers' leak checker stops the threads by ptrace. */
#if defined MACHINE && !defined __SANITIZE_ADDRESS__
#define HAS_FILTER 1
#else
#define HAS_FILTER 0
#endif

#if HAS_FILTER

#define REFUSE(number)                                                                             \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (number), 0, 1),                                           \
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)
#define LOAD(field)                                                                                \
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offsetof(struct seccomp_data, field))
#define THREAD_FLAG 0x10000u /* CLONE_THREAD */

#ifdef __x86_64__
#define REFUSE_X32                                                                                 \
    BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000u, 0, 1),                                        \
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
#else
#define REFUSE_X32
#endif

/* A call of another machine's numbers is refused; io_uring's calls no filter sees. */
#define REFUSE_TO_ALL                                                                              \
    LOAD(arch), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, MACHINE, 1, 0),                                \
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM), LOAD(nr),                            \
        REFUSE_X32 REFUSE(SYS_socket), REFUSE(SYS_socketpair), REFUSE(SYS_connect),                \
        REFUSE(SYS_execve), REFUSE(SYS_execveat), REFUSE(SYS_ptrace), REFUSE(SYS_bpf),             \
        REFUSE(425 /* io_uring_setup */)

static const struct sock_filter parent_filter[] = {
    REFUSE_TO_ALL,
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
};

/* A new thread is no new process; clone3 hides which it is, so it "is not there", and the C library
 * takes clone. */
static const struct sock_filter filter[] = {
    REFUSE_TO_ALL,
#ifdef __x86_64__
    REFUSE(SYS_fork),
    REFUSE(SYS_vfork),
    REFUSE(SYS_chmod),
#endif
    REFUSE(SYS_fchmodat),
    REFUSE(SYS_fchownat),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 435 /* clone3 */, 0, 1),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 3),
    LOAD(args[0]),
    BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, THREAD_FLAG, 1, 0),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
};

/* Without the slow-down of speculation that kernels before 5.16 add: nothing here runs a stranger's
 * program beside secrets. */
static void install(const struct sock_filter *instructions, size_t count)
{
    struct sock_fprog program = {(unsigned short)count,
                                 (struct sock_filter *)(uintptr_t)instructions};
    syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_SPEC_ALLOW, &program);
}

#endif

static bool has_filter(void)
{
    uint32_t action = SECCOMP_RET_ERRNO;
    return HAS_FILTER && syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

/* ---- both */

static void enter(struct sandbox *sandbox, bool parent)
{
    bool limited = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
    (void)parent;
#ifdef SANDBOX_OFF /* a build that counts what it runs writes that down at its end */
    limited = false;
#endif
    if (limited && sandbox->rules >= 0)
        syscall(RESTRICT_SELF, sandbox->rules, 0);
#if HAS_FILTER
    if (limited && has_filter() && parent)
        install(parent_filter, sizeof parent_filter / sizeof *parent_filter);
    else if (limited && has_filter())
        install(filter, sizeof filter / sizeof *filter);
#endif
    if (sandbox->rules >= 0)
        close(sandbox->rules);
    sandbox->rules = -1;
}

void sandbox_enter(struct sandbox *sandbox)
{
    enter(sandbox, false);
}

void sandbox_enter_parent(void)
{
    struct sandbox sandbox;
    open_rules(&sandbox, rights_of(SANDBOX_READ) | rights_of(SANDBOX_WRITE));
    enter(&sandbox, true);
}

void sandbox_describe(struct buf *out)
{
    int version = landlock_version();
    if (version > 0)
        buf_format(out, "Landlock %d (files%s%s)", version,
                   version >= NETWORK_SINCE ? ", network" : "",
                   version >= SCOPES_SINCE ? ", signals" : "");
    if (has_filter())
        buf_format(out, "%sseccomp (programs, sockets)", version > 0 ? ", " : "");
    else if (version == 0)
        buf_put_string(out, "none: this kernel has neither Landlock nor seccomp");
}
