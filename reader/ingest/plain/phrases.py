"""The words by which page furniture gives itself away. Data only; ``classes`` says how they are compared.

Compared after ``key``: case folded, with the punctuation and symbols at both ends gone.
"""

from __future__ import annotations

from reader.ingest.plain.form_phrases import FORM_FURNITURE, FORM_HEADINGS
from reader.ingest.plain.form_phrases import listed as _phrases

# After one of these the story is over, unless a long stretch of prose follows.
END_HEADINGS = FORM_HEADINGS | _phrases(
    """
    latest headlines|latest news|latest stories|latest|trending|trending now|trending stories|trending news|
    most read|most popular|most viewed|most shared|most watched|most discussed|popular|popular now|popular stories|
    popular news|top stories|top news|top headlines|headlines|more stories|more news|more headlines|
    more top stories|more articles|you may also like|you might also like|you may like|you might like|
    you may also be interested in|recommended|recommended for you|recommended stories|recommended reading|
    related articles|related stories|related news|related content|related coverage|related posts|related videos|
    editors' picks|editor's picks|editors picks|editors’ picks|editor’s picks|read next|read next / editor's picks|
    up next|what to read next|what others are reading|don't miss|don’t miss|just in|from the web|around the web|
    around the site|promoted stories|promoted content|sponsored stories|paid content|in other news|also in the news|
    more in this section|also in this section|comments|show comments|view comments|leave a comment|post a comment|
    add a comment|join the conversation|join the discussion|about the author|about the authors|photo gallery|
    photo galleries|today's top videos|featured videos|die redaktion empfiehlt|audio und video zum thema|
    das könnte sie auch interessieren|meistgelesen|sur le même sujet|les plus lus|te puede interesar|más noticias|
    lo más leído|potrebbe interessarti|best of the week|read more on these topics|read more on this topic|
    editor's choice|editor’s choice|editors' choice|editors’ choice|schreibe eine antwort|beitrags-navigation|
    beitragsnavigation|post navigation|ähnliche beiträge|letzte kommentare|recent comments|recent posts|
    schreibe einen kommentar|schreiben sie einen kommentar|discover more|other stories|next article|
    previous article|next story|previous story|explore more|explore more on these topics|more about|more like this|
    more on this topic|more to read|top picks|must read|must reads|must watch|in the headlines|
    in case you missed it|most liked|most saved|most commented|trending videos|latest videos|latest video|
    view more comments|all comments|leave a reply|reader comments|the latest|latest updates|top trends|
    from the homepage|from our partners|paid post|sponsored links|mehr zu diesem thema|mehr aus der rubrik|
    empfohlene artikel|weitere themen|weitere artikel|weitere nachrichten|meistgelesene artikel|meist gelesen|
    beliebteste artikel|aktuelle nachrichten|das könnte sie interessieren|das könnte dich auch interessieren|
    auch interessant|topmeldungen|neueste artikel|kommentare|diskutieren sie mit|schlagwörter|schlagworte|
    weiteres aus dem ressort|serviceangebote|alle kommentare|les plus lus de la semaine|les plus récents|
    articles les plus lus|à découvrir|sur le même thème|dans la même rubrique|nos dernières vidéos|
    contenus sponsorisés|commentaires|réagir|réutiliser ce contenu|lecture du monde en cours|à la une|voir plus|
    en ce moment|lo más visto|lo más reciente|últimas noticias|noticias relacionadas|también te puede interesar|
    más sobre este tema|archivado en|contenido patrocinado|comentarios|normas|más leídas|más leídos|
    ver más noticias|le puede interesar|altre notizie|leggi e commenta|notizie correlate|articoli correlati|
    i più letti|più letti|ti potrebbe interessare|commenti|raccomandati per te|ultime notizie|dal nostro network|
    últimas|mais lidas|as mais lidas|mais populares|relacionadas|recomendadas|recomendados|tópicos|comentários|
    notícias relacionadas|envie sua notícia|últimas notícias|meest gelezen|meer nieuws|gerelateerd|net binnen|
    populair|aanbevolen|mest lest|siste nytt|mest læste|mest läst|senaste nytt|anbefalt|relaterte saker|
    najczęściej czytane|polecane|tematy|powiązane|ilgili haberler|öne çıkanlar|son dakika|en çok okunanlar|
    sıradaki haber|yorumlar|çok okunanlar|рекомендуем|лента новостей|главное сегодня|популярное|самое читаемое|
    обсуждения|новости партнеров|推荐阅读|相关阅读|相关新闻|热门推荐|热点推荐|延伸阅读|更多新闻|点击排行|相關新聞|
    関連ニュース|関連記事|関連リンク|アクセスランキング|トップニュース|おすすめ記事|あわせて読みたい|新着|
    ランキング|この記事を書いた人|관련 뉴스|관련기사|많이 본 뉴스|많이 본 기사|주요뉴스|인기뉴스|댓글|
    이 시각 주요뉴스|الأكثر قراءة|حول هذه القصة|مواضيع ذات صلة|اقرأ أيضا|المزيد من أخبار|أخبار ذات صلة|
    مقالات ذات صلة|الأكثر مشاهدة
    """
)
END_PREFIXES = (
    "more from ",
    "more in ",
    "more about ",
    "most read in ",
    "more stories from ",
    "latest from ",
    "trending in ",
    "popular in ",
    "recommended from ",
    "recommended by ",
    "next up in ",
    "mehr aus ",
    "mehr von ",
    "plus de ",
    "más de ",
    "altre notizie ",
    "المزيد من ",
)

# After one of these a few links follow, and then the story goes on.
LINK_HEADINGS = _phrases(
    """
    related|related topics|related links|related internet links|related article|related story|read more|read also|
    see also|also read|more on this story|more on this|further reading|watch|watch more|listen|more|topics|tags|
    in this article|in this story|see more|keep reading|related coverage|related content|now watch|related posts|
    key links|read & listen|issue keywords|keywords|filed under|more info|more information|most recent|
    mehr zum thema|lesen sie auch|lesen sie mehr|zum thema|mirá también|mira también|además|veja também|læs også|
    czytaj też|lees meer over|mer om|les mer om|à lire également|auch lesen|mehr dazu|mehr lesen|links|
    weiterführende links|lire aussi|à lire aussi|voir aussi|lire plus|sur le sujet|más información|lea también|
    lee también|leer más|te recomendamos|leggi anche|leggi di più|leggi tutto|vedi anche|approfondisci|leia também|
    leia mais|ler mais|veja mais|saiba mais|lees ook|lees meer|zie ook|les også|les mer|læs mere|läs mer|läs också|
    se også|czytaj więcej|czytaj także|zobacz także|ilgili haber|önerilen video|читать также|читайте также|по теме
    """
)

ADVERTISEMENTS = _phrases(
    """
    ad|ads|advertisement|advertisements|advertising|advertise with us|sponsored|sponsored content|sponsor message|
    sponsored message|paid advertisement|story continues below|story continues below advertisement|
    story continues after advertisement|story continued below|article continues below|
    article continues below advertisement|article continues after ad|article continues after advertisement|
    continue reading below|scroll to continue|scroll down to continue|scroll to continue with content|remove ads|
    report this ad|report ad|why this ad|anzeige|werbung|publicité|publicidad|pubblicità|ad feedback|
    skip advertisement|skip ad|skip ad in|supported by|advertisement · scroll to continue|sponsor|
    this advertisement has not loaded yet|this advertisement has not loaded yet, but your article continues below|
    article content|artikel endet nicht hier|nach der anzeige weiterlesen|la suite après la publicité|
    la suite après cette publicité|advertentie|annonse|annonce|annons|reklam|reklama|реклама|广告|広告|pr|광고|
    إعلان|اعلان|anuncio|continua après a publicidade|continua depois da publicidade|
    continúa después de la publicidad|sigue leyendo|story continues
    """
)

FURNITURE = FORM_FURNITURE | _phrases(
    """
    learn more|view cartoon|an error has occurred|please try again later|share|share this|share this article|
    share this story|share article|share story|share on facebook|share on twitter|share on x|share with x|
    share via email|tweet|tweet this|email|email this|e-mail|print|print this|print article|print options|save|
    save article|save for later|listen to this article|listen to article|copy link|click to copy|link copied|copied|
    link has been copied to clipboard|skip to content|skip to main content|skip to navigation|
    skip to main navigation|skip to search|accessibility links|menu|main menu|search|home|home page|front page|
    sections|all sections|sign in|log in|login|register|my account|subscribe|subscribe now|subscribe today|donate|
    close|cancel|next|previous|previous next|close previous next|back|back to top|to top|toggle caption|
    hide caption|show caption|enlarge this image|enlarge image|expand|view gallery|view all|see all|show all|
    load more|loading|show more|show less|read full story|read the full story|continue reading|go|ok|okay|accept|
    accept all|reject all|cookie settings|cookies|cookie policy|privacy policy|privacy|terms of use|
    terms of service|terms and conditions|terms & conditions|contact us|contact|about us|about|careers|advertise|
    archives|archive|help|faq|site map|sitemap|rss|rss feed|e-paper|accessibility statement|customer support|
    facebook|twitter|x|instagram|youtube|linkedin|whatsapp|telegram|tiktok|reddit|pinterest|threads|bluesky|
    flipboard|messenger|pullquote|enditem|end item|end|ends|30|endit|today|yesterday|just now|live|live tv|
    watch live|breaking news|text size|font size|a a|english|language|languages|select language|all rights reserved|
    image|photo|photos|video|videos|audio|gallery|getty|add as preferred source|add us as preferred source|follow|
    following|unfollow|download the app|get the app|open in app|play|pause|mute|unmute|fullscreen|multimedia|images|
    embedded content|this article is more than 1 year old|follow us|connect with us|stay connected|newsletter|
    newsletters|our newsletters|sign up for newsletters|read more/less|gift article|gift this article|
    give this article|share full article|link copied!|url copied|urlcopied|more options|more sharing options|
    show more sharing options|close extra sharing options|all sharing options|read in app|add comment|
    add your comment|comment|comments|view comments|be the first to comment|join the conversation|read comments|
    no comments|post your comment|submit comment|article bookmarked|bookmark|bookmarked|save this article|saved|
    listen|listen now|listen to this story|listen 5 min|download|embed|transcript|view transcript|
    reuse this content|view image in fullscreen|view in fullscreen|open image in gallery|open gallery|
    open the image|image credits|photo credit|play video|watch video|video player|now playing|replay|just watched|
    must watch|more videos|up next|previous page|next page|previous slide|next slide|last slide|autoplay|
    show thumbnails|show captions|what to watch|your email|your email address|email address|e-mail address|
    enter email address|enter your email|sign me up|name|submit|send|register now|create free account|
    create account|create an account|already registered|follow:|follow us on|follow on|follow author|unlock|upgrade|
    gift subscriptions|manage newsletters|manage notifications|manage alerts|my profile|profile|settings|sign out|
    log out|help centre|help center|customer service|support|support us|feedback|send us your feedback|corrections|
    report a typo|report an error|submit a correction|submit a tip|
    request reprint & licensing, submit correction or view editorial guidelines|terms|conditions|ad choices|
    adchoices|do not sell my personal information|your privacy choices|licensing & reprints|reprints & permissions|
    reprints|permissions|order reprints|syndication|community guidelines|edition|editions|international edition|
    us edition|uk edition|site index|site information navigation|sections menu|breadcrumb|breadcrumbs|article|
    article content|main content|content|navigation|open navigation menu|close navigation menu|go to content|
    jump to content|skip links|skip to site index|skip to footer|back to homepage|scroll to top|
    expand / collapse search|search query|submit search|show search|hide search|expand menu|what you need to know|
    what you should know|story at a glance|key points|summary|in summary|story highlights|need to know|at a glance|
    the big picture|read the full transcript|full transcript|remote video url|click to reveal|fact check|
    exclusive content|subscriber only|subscribers only|premium|this article is for subscribers only|
    in partnership with|presented by|brought to you by|from|source|sources|via|translated by deepl|text to speech|
    dark mode|light mode|read aloud|audio player|share options|share via|link kopieren|teilen|merken|drucken|
    vorlesen|zur merkliste hinzufügen|artikel anhören|anhören|artikel zum hören|artikel teilen|artikel drucken|
    kommentieren|zur startseite|startseite|menü|suche|suchen|anmelden|abmelden|abo|abonnieren|jetzt abonnieren|
    registrieren|impressum|datenschutz|datenschutzerklärung|agb|kontakt|hilfe|mehr|mehr infos|
    weitere optionen zum teilen|zum inhalt springen|zum seiteninhalt|inhalt|metanavigation|nach oben|seite drucken|
    mail|whatsapp-kanal|folgen|folgen auf|ihnen gefällt dieser artikel|nicht mehr anzeigen|
    bildbeschreibung einblenden|bild|bilder|foto|fotos|quelle|newsletter bestellen|alle artikel|schließen|stand|
    partager|copier le lien|lien copié|imprimer|envoyer|envoyer par e-mail|offrir l'article|offrir l’article|
    ajouter à vos sélections|enregistrer|commenter|s'abonner|s’abonner|se connecter|connexion|accueil|
    menu principal|recherche|rechercher|écouter|écouter cet article|écouter l'article|passer au contenu|
    aller au contenu|mentions légales|cgu|cgv|politique de confidentialité|gestion des cookies|plan du site|
    nous contacter|aide|fermer|temps de lecture|lecture|abonnés|article réservé aux abonnés|
    article réservé à nos abonnés|s'inscrire|s’inscrire|compartir|compartir en whatsapp|compartir en facebook|
    compartir en twitter|compartir en linkedin|copiar enlace|enviar por email|imprimir|guardar|comentar|
    ir a los comentarios|desplegar redes sociales|suscríbete|suscribirse|suscribete|iniciar sesión|inicia sesión|
    buscar|portada|inicio|escuchar|menú|aviso legal|política de privacidad|política de cookies|política cookies|
    contacto|publicidad|cerrar|hemeroteca|ver más|condividi|copia link|stampa|salva|commenta|ascolta|
    ascolta l'articolo|ascolta l’articolo|cerca|accedi|abbonati|contatti|pubblicità|chiudi|partilhar|
    partilhar notícia|compartilhar|compartilhe|compartilhe no whatsapp|copiar link|salvar|salvar artigos|ouvir|
    ouvir o texto|ouça este artigo|entrar|assinar|assine|pesquisar|fechar|diminuir fonte|aumentar fonte|
    termos e condições|política de privacidade|contactos|delen|kopieer link|deel|inloggen|zoeken|del|del saken|
    kopier lenke|logg inn|log ind|søk|meny|dela|kundeservice|personvern|personvernpolicy|informasjonskapsler|
    podziel się|udostępnij|zaloguj|szukaj|prenumerata|skomentuj|polityka prywatności|regulamin|redakcja|paylaş|
    abone ol|giriş yap|arama|yazdır|künye|iletişim|gizlilik politikası|çerez politikası|facebook'ta paylaş|
    twitter'da paylaş|whatsapp'ta paylaş|поделиться|войти|вход|регистрация|поиск|меню|подписаться|комментарии|
    скопировать ссылку|печать|реклама на сайте|登录|注册|退出|分享|收藏|打印|评论|字号|小字号|大字号|搜索|关闭|首页|
    网站首页|客户端下载|分享让更多人看到|ログイン|会員登録|シェア|ツイート|ブックマーク|印刷|印刷する|メールする|
    保存|検索|メニュー|メニューを開く|トップ|記事|공유|댓글|인쇄|글자크기조정|글자크기|로그인|구독|검색|메뉴|스크랩|
    본문 바로가기|회사소개|개인정보처리방침|مشاركة|شارك|بحث|القائمة|تسجيل الدخول|طباعة|اتصل بنا|من نحن|
    سياسة الخصوصية|تخطي الروابط
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
    "more about the author",
    "share or comment on ",
    "share this with",
    "share to ",
    "share on ",
    "partager sur ",
    "compartir en ",
    "auf facebook ",
    "auf twitter ",
    "email this ",
    "print this ",
    "show more ",
    "view all ",
    "view more ",
    "see more ",
    "see all ",
    "skip to ",
    "skip next section",
    "go to ",
    "jump to ",
    "read our ",
    "watch: ",
    "heard on ",
    "today's top ",
    "arrives ",
    "site logo",
    "opens in a new ",
    "opens in new ",
    "(opens in ",
    "list of ",
    "list 1 of",
    "list 2 of",
    "list 3 of",
    "list 4 of",
    "end of list",
    "end of article",
    "calling all huffpost",
    "this video is not available",
    "advertisement ",
    "watch live",
    "more videos",
    "powered by ",
    "built by ",
    "made in ",
    "order reprints",
    "a version of this article ",
    "a version of this story ",
    "this story is from ",
    "this story appears in ",
    "this article tagged under",
    "missing out on the latest",
    "continue reading ",
    "if you like this ",
    "get more ",
    "add this ",
    "interested in ",
    "in partnership ",
    "we apologize, but this ",
    "try refreshing ",
    "tap here to ",
    "now listen to ",
    "newyou can ",
    "why you can trust ",
    "open this photo",
    "open this image",
    "contact the author",
    "close video ",
    "enlarge this image",
    "an error has occurred",
    "support journalism ",
    "fox news flash ",
    "please note that ",
    "free daily newsletter",
    "free weekly newsletter",
    "after newsletter promotion",
    "explore more on ",
    "listen to this ",
    "listen to the ",
    "read the full ",
    "see what others ",
    "before it's here",
    "before it’s here",
    "aktualisieren",
    "weiter zu ",
    "temps de lecture",
    "lesezeit",
    "archivado en",
    "tiempo de lectura",
    "tempo di lettura",
    "tempo de leitura",
)

# Those of them that no sentence of a story begins with, however long it is and whatever its verb.
SURE_PREFIXES = (
    "sign up ", "subscribe to ", "subscribe for ", "click here ", "tap here ", "already a subscriber",
    "by signing up", "by subscribing", "we use cookies", "this site uses cookies", "this website uses cookies",
    "please enable ", "you need to enable ", "enable javascript", "thanks for reading", "thank you for reading",
    "support our journalism", "support local journalism", "media playback is unsupported",
    "this video is not available", "this content is not available ", "a version of this article ",
    "a version of this story ", "this article is more than ", "this story appears in ", "an error has occurred",
    "share or comment on ", "share this with", "newyou can ", "why you can trust ", "we apologize, but this ",
    "calling all huffpost", "after newsletter promotion", "heard on ", "our standards: ", "download our ",
    "have a tip", "have a story ", "got a tip",
)  # fmt: skip

# Names of sections are no names of people and no headlines.
SECTIONS = _phrases(
    """
    news|world|world news|us news|u.s. news|top news|national|international|local|local news|politics|business|
    money|economy|markets|sport|sports|culture|arts|entertainment|showbiz|lifestyle|life|health|science|technology|
    tech|travel|opinion|editorial|editorials|commentary|analysis|features|obituaries|weather|education|environment|
    climate|energy|crime|europe|asia|africa|americas|middle east|oddities|investigations|magazine|special reports|
    fact check|u.s|us|u.k|uk|asia pacific|latin america|the americas|australia|china|india|canada|russia|ukraine|
    israel|religion|entertainment & arts|world & nation|national news|books|film|movies|music|tv|tv & radio|theatre|
    food|fashion|style|people|photos|video|videos|podcasts|games|puzzles|cartoons|letters|columnists|columns|blogs|
    editor's picks|football|soccer|cricket|rugby|tennis|golf|baseball|basketball|hockey|boxing|racing|motoring|cars|
    property|real estate|jobs|classifieds|personal finance|investing|companies|industry|retail|media|law|legal|
    courts|blog|justice|military|defense|defence|security|immigration|congress|white house|elections|election|campaigns|
    states|cities|transport|transportation|aviation|space|nature|wildlife|animals|history|society|family|parenting|
    relationships|beauty|wellness|fitness|recipes|horoscopes|lottery|central banks|court battles|federal courts|
    wealth|startups|startup|gadgets|ai|internet|social media|cybersecurity|catastrophe|disasters|conflicts|
    diplomacy|human rights|migration|climate crisis|world/europe|politik|wirtschaft|ausland|inland|panorama|
    gesellschaft|kultur|feuilleton|wissen|wissenschaft|reise|auto|digital|netzwelt|gesundheit|leben|leute|meinung|
    wetter|regional|lokales|finanzen|börse|karriere|technik|medien|politique|économie|société|planète|sciences|
    santé|monde|idées|débats|environnement|política|economía|sociedad|deportes|opinión|ciencia|salud|cultura|mundo|
    tecnología|gente|sucesos|españa|politica|economia|cronaca|cronache|esteri|spettacoli|scienze|salute|opinioni|
    mondo|sociedade|desporto|esportes|ciência|saúde|opinião|tecnologia|cotidiano|ambiente|meio ambiente|binnenland|
    buitenland|economie|samenleving|nyheter|utenriks|innenriks|økonomi|samfund|indland|udland|gündem|dünya|ekonomi|
    spor|magazin|sağlık|yaşam|политика|экономика|общество|в мире|мир|спорт|культура|наука|происшествия|国际|国内|
    社会|财经|体育|娱乐|科技|军事|时政|政治|経済|国際|スポーツ|文化・芸能|정치|경제|사회|세계|국제|문화|스포츠|
    أخبار|اقتصاد|رياضة|ثقافة|سياسة|صحة
    """
)
