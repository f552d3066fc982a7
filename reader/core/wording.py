"""The English wording of every reason. The command line and the window make sentences of it; the window translates it.

A template names its arguments ``{0}``, ``{1}`` …; a code that is not here is a mistake of ours, and a test finds it.
"""

from __future__ import annotations

from reader.core.reasons import Reason

WORDING: dict[str, str] = {
    # failures of a file
    "missing": '"{0}" does not exist. Check the path.',
    "unreadable": '"{0}" cannot be read: no permission.',
    "empty": '"{0}" is empty.',
    "binary": '"{0}" is not text.',
    "unsupported": '"{0}" is in the format {1}, which Dateline does not read. Save it as text or HTML and import that.',
    "not-a-file": '"{0}" is no file that can be read. Import a file or a folder.',
    "link-loop": '"{0}" is a link that leads back to itself. Import the file it stands for.',
    "cannot-read": '"{0}" cannot be read: {1}.',
    "damaged-html": '"{0}" is HTML that cannot be taken apart. Save the page as text and import that.',
    "too-large": '"{0}" is larger than {1} MB. Split it and import the parts.',
    "bomb": '"{0}" unpacks to far more than any story holds. It was left out.',
    "damaged": '"{0}" is damaged or cut off. Save it again from where it came.',
    "damaged-xml": '"{0}" is XML that cannot be taken apart. Save it again from where it came.',
    "empty-entry": 'Entry {1} of "{0}" has no headline, no text and no address. It was left out.',
    "entity-bomb": '"{0}" is XML that would unpack to far more than it holds. It was left out.',
    "cut-off": '"{0}" is damaged or cut off. What could be read of it was taken in.',
    "too-many-members": '"{0}" holds more than {1} files. Split it and import the parts.',
    "damaged-archive": '"{0}" is an archive that cannot be opened: it is damaged or cut off.',
    "too-deep": '"{0}" lies in too many archives inside one another. Unpack the outer ones.',
    "too-slow": '"{0}" takes too long to read and was given up. Split it and import the parts.',
    "too-much-memory": '"{0}" takes too much memory to read and was given up. Split it and import the parts.',
    "reader-died": '"{0}" could not be read: the process that read it came to an end. The other files were read.',
    "no-reader": "The process that reads files could not be started. Close other programs and try again.",
    "feed-list": '"{0}" is a list of {1} feeds. Dateline fetches nothing: save the feeds or their stories.',
    "protected": '"{0}" is protected by a password. Open it, save it without the password, and import that.',
    "no-text-in-pdf": '"{0}" holds pictures of pages and no text. Run text recognition (OCR) on it first.',
    "too-many-pages": 'Only the first {1} pages of "{0}" were read. Split it and import the parts.',
    "bad-line": 'Line {1} of "{0}" is no JSON object. The other lines were read.',
    "empty-line": 'Line {1} of "{0}" has no headline, no text and no address. The other lines were read.',
    "which-column": 'Which column of "{0}" is the headline, the text or the address cannot be told from these names: '
    "{1}. Import it in the window and say which is which, or give the columns such names.",
    "no-article": '"{0}" holds no article text.',
    "disk-full": "The disk is full. Make room and import again; what was imported is kept.",
    # trouble with a library
    "busy": "Another window is writing to this library. Try again in a moment.",
    "newer-library": "This library was made by a newer Dateline (schema {0}). It was not opened.",
    "foreign-library": '"{0}" is not a Dateline library. Nothing was changed.',
    "damaged-library": 'The library in "{0}" is damaged and was left as it is. There is no good copy beside it.',
    "damaged-with-copy": 'The library is damaged and was left as it is. "dateline restore" opens its copy "{0}".',
    "unexplained": "No reason was kept",
    "read-only": 'The library in "{0}" cannot be written. Choose another folder with --library.',
    "disk-error": 'The disk that holds "{0}" does not answer as it should. Check it, then try again.',
    "no-such-article": 'No article "{0}". "dateline list" shows the ids.',
    "no-such-entity": 'No entity "{0}". "dateline entities" lists them.',
    "no-such-removal": 'The article has no removed line "{0}".',
    "older-version": 'Article "{0}" has a newer version. Open that one.',
    "no-such-run": 'No import run "{0}".',
    "ambiguous-entity": '"{0}" fits several: {1}. Give the id.',
    "index-unready": "The index is being made anew. Search again in a moment.",
    "index-rebuilt": "The index was missing or damaged. It is made anew from the library; nothing is lost.",
    "no-screen": "There is no screen to open a window on. The other verbs work without one; --help lists them.",
    "nothing-to-import": "Nothing to import: name files or folders.",
    "nothing-to-read": "Nothing to annotate: name files, or - for standard input.",
    "not-json": "Line {0} of standard input is no JSON object with id and text.",
    "no-copy": "There is no automatic copy of this library yet.",
    "cannot-write": '"{0}" cannot be written: {1}.',
    "bad-copy": '"{0}" is not a whole copy of a library. Nothing was changed.',
    "copy-failed": 'The daily copy could not be written. Look whether there is room on the disk of "{0}".',
    "in-use": "Another window has this library open. Close it, then try again.",
    "not-damaged": 'This library is not damaged. Name the copy to go back to: "dateline restore --list" shows them.',
    "worker-died": "The import stopped unexpectedly. What was imported is kept; import again to take in the rest.",
    "no-annotator": "The process that annotates could not be started. Close other programs and try again.",
    "annotator-died": "The text of line {0} was not annotated: the process that worked on it was ended. "
    "Give it again by itself.",
    "not-english": '"{0}" is not in English: only words in quotation marks were found.',
    "texts-not-english": "Texts that are not in English: {0}. In them only words in quotation marks were found.",
    "stopped": "Stopped. The answers that were given are whole; the rest was not annotated.",
    "own-mistake": "Something went wrong inside the program ({0}). It was written to the log; nothing was lost.",
    # trouble with the model that finds names and speakers
    "model-missing": 'No names or speakers are found: the file "{0}" is missing. Install Dateline again; until then '
    "articles can be read and searched.",
    "model-damaged": 'No names or speakers are found: the file "{0}" is damaged. Install Dateline again; until then '
    "articles can be read and searched.",
    "model-unreadable": 'No names or speakers are found: the file "{0}" cannot be read ({1}). Give yourself the right '
    "to read it; until then articles can be read and searched.",
    "model-unusable": "No names or speakers are found: their model does not start ({0}). Install Dateline again; until "
    "then articles can be read and searched.",
    # trouble with a query
    "no-such-field": 'No field "{0}". Did you mean {1}?',
    "unknown-field": 'No field "{0}". There are {1}.',
    "empty-field": 'Nothing stands after "{0}:".',
    "field-in-field": 'The field "{0}:" cannot stand inside another one.',
    "bad-date": '"{0}" is no date. Write 2024, 2024-03, 2024-03-12 or 2024-03-01..2024-03-31.',
    "unknown-has": 'No articles have "{0}". There are {1}.',
    "no-closing-mark": 'No closing mark after "{0}". Searched to the end.',
    "no-closing-parenthesis": "No closing parenthesis. Searched to the end.",
    "stray-parenthesis": "A closing parenthesis without an opening one was left out.",
    "swapped-dates": '"{0}" ends before it begins.',
    "star-inside": 'In "{0}" the * stands where it means nothing. It can only end a word.',
    "star-in-name": '"{0}" is to be a name, and a name cannot end with *. Write it whole.',
    "query-too-long": "The query is too long: its first {0} words are read.",
    "too-many-stars": "More than {0} words end with *. Write some of them whole.",
    "query-too-deep": "There are more than {0} parentheses inside one another.",
    "operator-as-word": '"{0}" has nothing to join and was read as a word.',
    "no-letters": '"{0}" holds no letter and no digit and was left out.',
    "sign-left-out": 'The sign "{0}" means nothing here and was left out.',
    "common-word": '"{0}" is in nearly every article and was left out. In quotation marks it counts.',
    "read-as-country": '"us" was read as the country. In quotation marks it is the word.',
    "write-or": "To search for either word, write OR in capitals.",
    "unquoted-name": 'Only "{1}" was taken as the name. If you mean all of it, write {0}:"{1} {2}".',
    # trouble with the settings
    "settings-damaged": 'The settings could not be read and were set aside as "{0}". Defaults are used.',
    "settings-unreadable": 'The settings in "{0}" cannot be read: no permission. Defaults are used.',
    "settings-unwritable": 'The settings in "{0}" cannot be written. They hold until the program ends.',
    # where a date comes from
    "year-from-weekday": "the dateline gives {0} and the lede says {1}; {2} is the latest year, not after the import, "
    "in which {3} is a {1}",
    "year-from-copyright": "the dateline gives {0} and the copyright line {1}",
    "year-from-file": "the dateline gives {0} and the file was saved soon after, on {1}",
    "date-from-address": "the address of the page gives {0}",
    "date-from-document": "the document says that it was made at {0}",
    "date-from-caption": "the caption gives {0} and the lede says {1}, which that day was",
    # removals
    "repeated-caption": "Repeated caption",
    "repeated-headline": "Repeated headline",
    "related-link": "Related link",
    "furniture": "Page furniture",
    "copyright": "Copyright line",
    "address": "Address of the page",
    "page-margin": "Repeated at the edge of each page",
    "advertisement": "Advertisement",
    "mail-furniture": "About the mail itself",
    "for-editors": "Note to editors",
    "wire-header": "Header of the agency",
    "wire-trailer": "Closing line of the agency",
    "learned-furniture": "Repeated by this publication",
    "reader-rule": "Your rule for this publication",
    # why a quotation was attributed as it was
    "quotation-said-before": '"{1}" and "{0}" stand before the words.',
    "quotation-said-after": 'The words stand before "{1}" and "{0}".',
    "quotation-according-to": '"{0}" names "{1}".',
    "quotation-shared": '"{0}" has the subject of the words before it.',
    "quotation-subject": 'The words in marks follow "{0}" and have no reporting word.',
    "quotation-colon": 'The words in marks follow "{0}" and a colon.',
    "quotation-nearest": 'The words in marks follow a sentence about "{0}" alone.',
    "quotation-asked": "A question that is reported before its answer; nobody is named who asks.",
    "quotation-continued": "The words in marks go on after the quotation before them.",
    "quotation-not-english": "The words stand in marks; the text is not in English, so no speaker was sought.",
    "quotation-unattributed": "The words stand in marks; the sentence names no speaker.",
}


def sentence(reason: Reason) -> str:
    """The English sentence of a reason."""
    return WORDING[reason.code].format(*reason.args)
