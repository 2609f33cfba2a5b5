#include "cli/changed.h"

#include "base/paths.h"
#include "check/sentence_of.h"
#include "cli/messages.h"
#include "draft/draft.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

/* Runs git in the folder; what it prints is appended to out. Returns its exit status, or 127. */
static int run_git(const char *folder, const char *const *arguments, struct str *out) {
    enum { ARGUMENTS = 8, PIECE = 64 << 10 };
    int ends[2], status = 0;
    if (pipe(ends) != 0) return 127;
    pid_t child = fork();
    if (child == 0) {
        const char *argv[ARGUMENTS + 4] = {"git", "-C", folder};
        for (size_t i = 0; arguments[i] && i < ARGUMENTS; i++)
            argv[i + 3] = arguments[i];
        int null = open("/dev/null", O_RDWR);
        dup2(null, STDIN_FILENO);
        dup2(null, STDERR_FILENO);
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        execvp("git", (char *const *)(uintptr_t)argv);
        _exit(127);
    }
    close(ends[1]);
    for (ssize_t n = 1; n > 0 || (n < 0 && errno == EINTR);) {
        str_reserve(out, PIECE);
        n = read(ends[0], out->data + out->len, PIECE);
        if (n > 0 && out->len <= DRAFT_LIMIT) out->len += (size_t)n;
    }
    close(ends[0]);
    if (child < 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status)) return 127;
    return WEXITSTATUS(status);
}

/* Its sentences; of blocks that have none, its lines. */
static void remember(struct changed *changed, const struct document *document) {
    struct str key = {0};
    for (size_t i = 0; i < document->blocks.count; i++) {
        const struct block *block = document->blocks.items[i];
        vec_each(const struct sentence, s, &block->analysis.sentences) {
            str_clear(&key);
            sentence_append_spaced(&key, slice_range(block->text, s->start, s->end));
            *map_put(&changed->known, str_slice(&key)) = 1;
        }
        for (size_t line = block->line; !block->analysis.sentences.count && line < block->line + block->lines;
             line++)
            *map_put(&changed->known, text_line_body(document->text, line)) = 1;
    }
    str_free(&key);
}

static void read_old(struct changed *changed, struct slice bytes, struct language *language) {
    static const bool none[RULE_COUNT];
    struct text *text = text_with(bytes);
    struct checker *checker = checker_new(language, LANG_ID, none);
    checker_attach(checker, text);
    checker_run(checker, 0, NULL, NULL);
    remember(changed, checker_document(checker));
    checker_free(checker);
    text_free(text);
}

bool changed_read(struct changed *changed, const char *rev, const char *path, struct language *language,
                  struct error *e) {
    struct str folder = {0}, name = {0}, commit = {0}, bytes = {0};
    str_append(&folder, path_folder(slice_of(path)));
    str_printf(&name, "%s:./%s", rev, path_name(path));
    str_printf(&commit, "%s^{commit}", rev);
    const char *const verify[] = {"rev-parse", "--quiet", "--verify", str_text(&commit), NULL};
    const char *const show[] = {"cat-file", "blob", str_text(&name), NULL};
    int status = *rev == '-' ? 1 : run_git(str_text(&folder), verify, &bytes);
    str_clear(&bytes);
    bool ok = status == 0;
    if (status == 127)
        error_set(e, CHANGED_NO_GIT);
    else if (!ok)
        error_set(e, CHANGED_NO_COMMIT, rev, str_text(&folder));
    else if (run_git(str_text(&folder), show, &bytes) == 0)
        read_old(changed, str_slice(&bytes), language);
    str_free(&folder);
    str_free(&name);
    str_free(&commit);
    str_free(&bytes);
    return ok;
}

static bool stood(const struct changed *changed, const struct document *document, size_t start, size_t end) {
    struct str sentence = {0};
    bool has_sentence = sentence_append(document, start, end, &sentence);
    struct slice key = has_sentence ? str_slice(&sentence)
                                    : text_line_body(document->text, text_line_at(document->text, start));
    bool known = map_has(&changed->known, key);
    str_free(&sentence);
    return known;
}

bool changed_has(const struct changed *changed, const struct document *document,
                 const struct finding *finding) {
    if (!stood(changed, document, finding->start, finding->end)) return false;
    vec_each(const struct related, related, &finding->related)
        if (!stood(changed, document, related->start, related->end)) return false;
    return true;
}

void changed_free(struct changed *changed) {
    map_free(&changed->known);
}
