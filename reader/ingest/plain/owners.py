"""Companies that own the copyright of one well-known publication, and its name.

Pages bear their owner's name at the foot; where a company has several publications under one name, it is not listed.
"""

from __future__ import annotations

_OWNED = """
ABC News Internet Ventures: ABC News | Al Jazeera Media Network: Al Jazeera | Al Nisr Publishing: Gulf News
Arte Gráfico Editorial Argentino: Clarín | Associated Newspapers: Daily Mail | Bayerischer Rundfunk: BR
Bell Media: CTV News | Bennett, Coleman: The Times of India | BILD GmbH: BILD
Boston Globe Media Partners: The Boston Globe | BurdaForward: FOCUS online | Cable News Network: CNN
Capitol Hill Publishing: The Hill | Casa Editorial El Tiempo: El Tiempo | CBS Interactive: CBS News
Comunican: El Espectador | Corus Entertainment: Global News | Deseret News Publishing: Deseret News
Diario ABC: ABC | Dow Jones: The Wall Street Journal | Editoriale il Fatto: Il Fatto Quotidiano
Empresa Folha da Manhã: Folha de S.Paulo | Express Network: The New Indian Express | Express Newspapers: Daily Express
Folhapress: Folha de S.Paulo | FOX News Network: Fox News | Graphic Communications Group: Graphic Online
Gremi Media: Rzeczpospolita | Grupa RMF: RMF24 | Guardian News and Media: The Guardian
Guardian News & Media: The Guardian | HT Digital Streams: Hindustan Times | HT Media: Hindustan Times
IE Online Media Services: The Indian Express | Independent Digital News: The Independent
Independent Online: IOL | International Media Investments: The National | Journal Media: The Journal
Kompas Cyber Media: Kompas | Living Media India: India Today | Los Angeles Times Communications: Los Angeles Times
Media24: News24 | Mediacorp: CNA | Mediahuis Ireland: Irish Independent | MGN: Daily Mirror
Münchner Zeitungs-Verlag: Münchner Merkur | National Public Radio: NPR | Nationwide News: news.com.au
NBC Universal: NBC News | NBCUniversal: NBC News | NDTV Convergence: NDTV | News Group Newspapers: The Sun
Niskala Media Tenggara: The Jakarta Post | Norddeutscher Rundfunk: NDR | NYP Holdings: New York Post
NZME Publishing: The New Zealand Herald | Österreichischer Rundfunk: ORF | Paddock Publications: Daily Herald
Pakistan Herald Publications: Dawn | Printers (Mysore): Deccan Herald | Punch Nigeria: Punch
Radio New Zealand: RNZ | Raidió Teilifís Éireann: RTÉ | Rappler Holdings: Rappler | RCS Mediagroup: Corriere della Sera
Ringier Axel Springer Polska: Onet | Saudi Research: Arab News | Schweizer Radio und Fernsehen: SRF
Singapore Press Holdings: The Straits Times | Situation Publishing: The Register | Société du Figaro: Le Figaro
Société Éditrice du Monde: Le Monde | South China Morning Post Publishers: South China Morning Post
SPH Media: The Straits Times | SPIEGEL-Verlag: DER SPIEGEL | STANDARD Verlagsgesellschaft: DER STANDARD
Ströer Digital Publishing: t-online | Telegraph Media Group: The Telegraph | The Mainichi Newspapers: The Mainichi
The New York Times Company: The New York Times | THG Publishing: The Hindu | Times Internet: The Times of India
Times Media Limited: The Times | Times Newspapers: The Times | Titania Compañía Editorial: El Confidencial
Toronto Star Newspapers: Toronto Star | Unidad Editorial Información Deportiva: Marca
Unidad Editorial Información Económica: Expansión | Unidad Editorial Información General: El Mundo
Vanguard Media: Vanguard | Verlag Der Tagesspiegel: Der Tagesspiegel | WeltN24: WELT
Westdeutscher Rundfunk: WDR | Wirtualna Polska Media: Wirtualna Polska | WP Company: The Washington Post
"""
_PAPERS = {
    owner.casefold(): paper
    for entry in _OWNED.replace("\n", "|").split("|")
    for owner, _, paper in [entry.strip().partition(": ")]
    if paper
}


def paper_of(owner: str) -> str:
    """The publication of a company whose name begins so ("THG Publishing Pvt"), or an empty string."""
    small = owner.casefold().removeprefix("the ")
    for known, paper in _PAPERS.items():
        bare = known.removeprefix("the ")
        if small.startswith(bare) and not small[len(bare) : len(bare) + 1].isalnum():
            return paper
    return ""
