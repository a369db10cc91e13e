#include "train/run.h"

#include "base/error.h"
#include "base/str.h"
#include "train/train.h"

struct job {
	const struct train_options *options;
	struct trainer trainer;
	struct train_figures *figures;
	void (*say)(const char *what);
	struct wa_error *error;
};

static void tell(const struct job *job, const char *what)
{
	if (job->say)
		job->say(what);
}

static enum wa_status learn_pos(struct job *job, const struct tag_model *base)
{
	struct bank bank = {.sentences = {0}};
	enum wa_status status;
	if (!job->options->treebank) {
		job->trainer.known.layer = base->known;
		job->trainer.pos.layer = base->pos;
		return WA_OK;
	}
	tell(job, "parts of speech");
	status = bank_read(&bank, job->options->treebank, job->trainer.lex, job->error);
	if (status == WA_OK && !train_pos(&job->trainer, &bank))
		status = error_nomem(job->error);
	bank_release(&bank);
	return status;
}

static enum wa_status learn(struct job *job)
{
	struct trainer *t = &job->trainer;
	bool ok;
	tell(job, "cues");
	ok = train_bands(t) && train_cues(t);
	if (ok)
		tell(job, "sources and contents");
	return ok && train_parts(t, job->options->jackknife) ? WA_OK : error_nomem(job->error);
}

static void count(const struct corpus *corpus, struct train_figures *figures)
{
	figures->documents = corpus->docs;
	figures->paragraphs = (uint32_t)corpus->paras.count;
	for (size_t i = 0; i < corpus->paras.count; i++)
		for (size_t k = 0; k < corpus->paras.items[i].spans.count; k++)
			figures->attributions += corpus->paras.items[i].spans.items[k].kind == GOLD_CUE;
}

static enum wa_status measure_elsewhere(struct job *job, const struct tag_model *model)
{
	struct corpus corpus = {.docs = 0};
	enum wa_status status = corpus_read_brat(&corpus, job->options->measure, job->trainer.lex, 1, job->error);
	if (status == WA_OK && !train_measure(model, &corpus, -1, &job->figures->on_measure))
		status = error_nomem(job->error);
	job->figures->has_measure = status == WA_OK;
	corpus_release(&corpus);
	return status;
}

static enum wa_status measure(struct job *job, const struct tag_model *model)
{
	struct trainer *t = &job->trainer;
	bool ok = train_measure(model, &t->corpus, -1, &job->figures->on_corpus);
	for (uint32_t f = 0; ok && job->options->jackknife && f < t->settings.folds; f++) {
		struct tag_model fold = train_model(t, f);
		ok = train_measure(&fold, &t->corpus, (int)f, &job->figures->jackknifed);
	}
	job->figures->has_jackknifed = job->options->jackknife;
	if (!ok)
		return error_nomem(job->error);
	return job->options->measure ? measure_elsewhere(job, model) : WA_OK;
}

static const char *file_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash && slash[1] ? slash + 1 : path;
}

/* What people should know of the model's making. */
static struct wa_str provenance(struct job *job, const struct tag_model *base)
{
	const struct train_figures *f = job->figures;
	const struct train_options *o = job->options;
	const char *tags =
		o->treebank ? arena_printf(&job->trainer.corpus.arena, "learned from %s", file_name(o->treebank))
			    : arena_printf(&job->trainer.corpus.arena, "taken over from a model made earlier, which says:\n%.*s",
				      (int)base->provenance.len, base->provenance.ptr);
	const char *text = arena_printf(&job->trainer.corpus.arena,
		"Tagger model of wireaudit " WA_VERSION ", made by \"wireaudit train\".\n"
		"It holds weights of hashed features and how often words are cues: numbers only, no text of what it was trained "
		"on.\n"
		"Attributions: learned from %u documents with %u attributions (%s).\n"
		"Parts of speech: %s.\n%s%s",
		f->documents, f->attributions, file_name(o->corpus), tags, o->credit ? o->credit : "", o->credit ? "\n" : "");
	return str_of(text);
}

static enum wa_status finish(struct job *job, const struct tag_model *base, byte_list *out)
{
	struct tag_model model = train_model(&job->trainer, job->trainer.settings.folds);
	enum wa_status status;
	tell(job, "measuring");
	status = measure(job, &model);
	if (status != WA_OK)
		return status;
	model.provenance = provenance(job, base);
	return model.provenance.ptr && model_write(&model, out) ? WA_OK : error_nomem(job->error);
}

enum wa_status train_run(const struct train_options *options, const struct lexicon *lex, const struct tag_model *base,
	void (*say)(const char *what), byte_list *out, struct train_figures *figures, struct wa_error *error)
{
	struct job *job = calloc(1, sizeof *job);
	enum wa_status status;
	if (!job)
		return error_nomem(error);
	*job = (struct job){.options = options,
		.figures = figures,
		.say = say,
		.error = error,
		.trainer = {.settings = train_defaults, .lex = lex}};
	*figures = (struct train_figures){.documents = 0};
	tell(job, "reading");
	status = corpus_read_brat(&job->trainer.corpus, options->corpus, lex, train_defaults.folds, error);
	if (status == WA_OK) {
		count(&job->trainer.corpus, figures);
		status = learn_pos(job, base);
	}
	if (status == WA_OK)
		status = learn(job);
	if (status == WA_OK)
		status = finish(job, base, out);
	trainer_release(&job->trainer);
	free(job);
	return status;
}
