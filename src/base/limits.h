/* Every limit of the program, with its reason. Each has a test. */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

/* Offsets are 32 bits, and a document's text may grow while it is decoded (a Latin-1 byte becomes two). */
#define LIMIT_DOCUMENT_BYTES (1024u * 1024u * 1024u)

/* Elements within elements that the HTML reader follows by name; deeper text is kept, its place in the page is not. */
#define LIMIT_HTML_DEPTH 512u

/* Elements within elements that the XML readers follow by name: packages nest two dozen. Deeper text is kept. */
#define LIMIT_XML_DEPTH 512u

/* Parts within parts of a mail: forwarded mail nests a handful. */
#define LIMIT_MAIL_DEPTH 16u

/* One file of an archive, unpacked; more than this, or than so many times the archive's size, is a bomb: text packs 20 to 1 at
 * best, XML of office files 100 to 1. */
#define LIMIT_MEMBER_BYTES (256u * 1024u * 1024u)
#define LIMIT_MEMBER_RATIO 1000u

/* Archives within archives: a day's folder zipped in a month's zipped in a year's. Each is held in memory while it is walked. */
#define LIMIT_ARCHIVE_DEPTH 3u

/* A member larger than LIMIT_ARCHIVE_FLOOR bytes and so many times its archive's size is a bomb: copy packs 20 to 1 at best. */
#define LIMIT_ARCHIVE_RATIO 200u
#define LIMIT_ARCHIVE_FLOOR (16u * 1024u * 1024u)

/* All members of an archive, and of those in it, against its size; LIMIT_MEMBER_BYTES are allowed to any. */
#define LIMIT_ARCHIVE_TOTAL_RATIO 1000u

/* Members of a zip archive among which the mark of an office file is looked for; these have dozens. */
#define LIMIT_OFFICE_MEMBERS 1000u

/* Objects and arrays within each other in JSON: feeds nest a dozen; members deeper than this are not looked for. */
#define LIMIT_JSON_DEPTH 256u

/* Packs and configurations are written by hand; a larger file is a mistake. */
#define LIMIT_PACK_BYTES (16u * 1024u * 1024u)

/* Lists and keys within each other in a pack; the deepest that means something is 4. */
#define LIMIT_PACK_DEPTH 8u

/* Keys of one map of a pack: each is compared with those before it. The longest list of number words has 110. */
#define LIMIT_PACK_KEYS 1024u

/* Rules in all packs: each is compared with those before it. The built-in catalogue has some forty. */
#define LIMIT_RULES 1000u

/* Phrases that begin with the same word: their count is 16 bits in the lexicon, and each is tried where the word stands. */
#define LIMIT_PHRASES_OF_WORD 60000u

/* A tagger's model: the built-in one has a sixtieth of it. */
#define LIMIT_MODEL_BYTES (64u * 1024u * 1024u)

/* Words, numbers and marks of a paragraph that is tagged: the tagger keeps some 170 bytes of each. Longer ones are left to the
 * rules; a paragraph of print has a few hundred. */
#define LIMIT_TAGGED_TOKENS 50000u

/* Words in one phrase of a pack: the longest agency name has 8. */
#define LIMIT_PHRASE_WORDS 12u

/* Bytes of one phrase of a pack; lengths of words are 16 bits in the lexicon. */
#define LIMIT_PHRASE_BYTES 1000u

/* Folders within folders that scan and lint walk into: deeper is a loop or a mistake. */
#define LIMIT_FOLDER_DEPTH 64u

#endif
