"""The words by which page furniture gives itself away. Data only; ``classes`` says how they are compared.

Compared after ``key``: case folded, with the punctuation and symbols at both ends gone.
"""

from __future__ import annotations


def _phrases(listed: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in listed.split("|"))


# After one of these the story is over, unless a long stretch of prose follows.
END_HEADINGS = _phrases(
    """
    latest headlines|latest news|latest stories|latest|trending|trending now|trending stories|trending news|
    most read|most popular|most viewed|most shared|most watched|most discussed|popular|popular now|
    popular stories|popular news|top stories|top news|top headlines|headlines|more stories|more news|
    more headlines|more top stories|more articles|you may also like|you might also like|you may like|
    you might like|you may also be interested in|recommended|recommended for you|recommended stories|
    recommended reading|related articles|related stories|related news|related content|related coverage|
    related posts|related videos|editors' picks|editor's picks|editors picks|editors’ picks|editor’s picks|
    read next|read next / editor's picks|up next|what to read next|what others are reading|don't miss|
    don’t miss|just in|from the web|around the web|around the site|promoted stories|promoted content|
    sponsored stories|paid content|in other news|also in the news|more in this section|also in this section|
    comments|show comments|view comments|leave a comment|post a comment|add a comment|join the conversation|
    join the discussion|about the author|about the authors|photo gallery|photo galleries|today's top videos|
    featured videos|die redaktion empfiehlt|mehr zum thema|audio und video zum thema|
    das könnte sie auch interessieren|meistgelesen|à lire aussi|sur le même sujet|les plus lus|
    te puede interesar|más noticias|lo más leído|potrebbe interessarti|keep reading|best of the week|
    discover more|other stories|next article|previous article|next story|previous story
    """
)
END_PREFIXES = ("more from ", "more in ", "most read in ", "more stories from ", "latest from ", "trending in ")

# After one of these a few links follow, and then the story goes on.
LINK_HEADINGS = _phrases(
    """
    related|related topics|related links|related internet links|related article|related story|read more|
    read also|see also|also read|more on this story|more on this|more on this topic|further reading|watch|
    watch more|listen|more|topics|tags|in this article|in this story|what to know|see more
    """
)

ADVERTISEMENTS = _phrases(
    """
    ad|ads|advertisement|advertisements|advertising|advertise with us|sponsored|sponsored content|
    sponsor message|sponsored message|paid advertisement|story continues below|
    story continues below advertisement|story continues after advertisement|story continued below|
    article continues below|article continues below advertisement|article continues after ad|
    article continues after advertisement|continue reading below|scroll to continue|scroll down to continue|
    scroll to continue with content|remove ads|report this ad|report ad|why this ad|anzeige|werbung|publicité|
    publicidad|pubblicità
    """
)

FURNITURE = _phrases(
    """
    share|share this|share this article|share this story|share article|share story|share on facebook|
    share on twitter|share on x|share with x|share via email|tweet|tweet this|email|email this|e-mail|print|
    print this|print article|print options|save|save article|save for later|listen to this article|
    listen to article|copy link|click to copy|link copied|copied|link has been copied to clipboard|
    skip to content|skip to main content|skip to navigation|skip to main navigation|skip to search|
    accessibility links|menu|main menu|search|home|home page|front page|sections|all sections|sign in|log in|
    login|register|my account|subscribe|subscribe now|subscribe today|donate|close|cancel|next|previous|
    previous next|close previous next|back|back to top|to top|toggle caption|hide caption|show caption|
    enlarge this image|enlarge image|expand|view gallery|view all|see all|show all|load more|loading|show more|
    show less|read full story|read the full story|continue reading|go|ok|okay|accept|accept all|reject all|
    cookie settings|cookies|cookie policy|privacy policy|privacy|terms of use|terms of service|
    terms and conditions|terms & conditions|contact us|contact|about us|about|careers|advertise|archives|
    archive|help|faq|site map|sitemap|rss|rss feed|e-paper|accessibility statement|customer support|facebook|
    twitter|x|instagram|youtube|linkedin|whatsapp|telegram|tiktok|reddit|pinterest|threads|bluesky|flipboard|
    messenger|pullquote|enditem|end item|end|ends|30|endit|today|yesterday|just now|live|live tv|watch live|
    breaking news|text size|font size|a a|english|language|languages|select language|all rights reserved|image|
    photo|photos|video|videos|audio|gallery|getty|add as preferred source|add us as preferred source|follow|
    following|unfollow|download the app|get the app|open in app|play|pause|mute|unmute|fullscreen|multimedia|
    images|embedded content|this article is more than 1 year old|follow us|connect with us|stay connected|
    newsletter|newsletters|our newsletters|sign up for newsletters
    """
)

# The openings of lines that ask for something or say where the page came from.
FURNITURE_PREFIXES = (
    "sign up ",
    "subscribe to ",
    "subscribe for ",
    "click here ",
    "click to ",
    "tap here ",
    "follow us ",
    "follow our ",
    "like us on ",
    "find us on ",
    "join us on ",
    "join our ",
    "download our ",
    "download the ",
    "get our ",
    "get the latest ",
    "get the day's ",
    "get today's ",
    "get more from ",
    "have a story ",
    "have a tip",
    "got a tip",
    "send us ",
    "reach the reporter ",
    "contact the reporter ",
    "support local journalism",
    "support our journalism",
    "our standards: ",
    "thanks for reading",
    "thank you for reading",
    "add us as ",
    "add interest ",
    "listen to article ",
    "media playback is unsupported",
    "this content is not available ",
    "enable javascript",
    "please enable ",
    "you need to enable ",
    "already a subscriber",
    "to read the full ",
    "web editor",
    "share this:",
    "share this article ",
    "this article is more than ",
    "filed under:",
    "posted in:",
    "tags:",
    "topics:",
    "recommended:",
    "view comments ",
    "start the conversation",
    "we use cookies",
    "this site uses cookies",
    "this website uses cookies",
    "by signing up",
    "by subscribing",
)

# Names of sections are no names of people and no headlines.
SECTIONS = _phrases(
    """
    news|world|world news|us news|u.s. news|top news|national|international|local|local news|politics|business|
    money|economy|markets|sport|sports|culture|arts|entertainment|showbiz|lifestyle|life|health|science|
    technology|tech|travel|opinion|editorial|editorials|commentary|analysis|features|obituaries|weather|
    education|environment|climate|energy|crime|europe|asia|africa|americas|middle east|oddities|investigations|
    magazine|special reports|fact check
    """
)
