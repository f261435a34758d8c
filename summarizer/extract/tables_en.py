"""Words that mark people and what they do in English news; data for `people_en` and `presence`."""

from __future__ import annotations

from summarizer.extract.words import phrases, words

# Offices before a name, as regular expressions; "former", "acting", a place or a body may stand before them.
TITLES = "|".join(
    phrases(
        r"""
        architect, commissioners?, classicist, poet, gardener, provost, dean, rector, aide, builder,
        student, chaplain, nurse, surgeon, pilot, skipper, farmer, fisherman, curator, editor, publisher,
        pastor, rabbi, imam, warden,
        marshal, counsel,
        Mayor, Deputy Mayor, Governor, President, Vice President, Prime Minister, Premier, Chancellor,
        Minister, Secretary, Senator, Sen\., Representative, Rep\., Councilman, Councilwoman, Councilor,
        Councillor, council members?, members?, Commissioner, Chairman, Chairwoman, Chairperson, Chair,
        Board chair, Board president, chief executive, chief financial officer, chief operating officer,
        chief, finance director, finance chief, directors?, manager, superintendent, principal, trustees?,
        Judge, Justice, Chief Justice, attorney, prosecutor, lawyer, sheriff, captain, engineer, clerk,
        treasurer, auditor, Professor, Prof\., Dr\., doctor, Sir, Dame, Lord, Lady, Mr\., Mrs\., Ms\., Miss,
        Rev\., Bishop, General, Colonel, Sergeant, Officer, spokesman, spokeswoman, spokesperson, economist,
        analyst, scientist, researcher, biologist, geologist, meteorologist, archaeologist, founder, partner,
        owner, coach, conductor, driver, teacher, librarian, ambassador, envoy, delegate, king, queen,
        prince, princess, supervisor, inspector, investigator, founder, executive
        """
    )
)
# A capitalised word that makes its group something other than a person.
NOT_PERSON = frozenset(
    words(
        """
        Street Avenue Road Bridge River Lake Valley County City Town Village Island Islands Bay Park School
        Schools High Middle Elementary College University Institute Hospital Health Center Centre Court
        Council Board Committee Commission Department Office Agency Authority Bureau Ministry Service Union
        Bank Capital Partners Group Holdings Systems Motors Foods Airlines Airways Ferries Ferry Marine
        Shipyards Company Corp Inc Ltd Trust Fund Foundation Society Association Club Church Cathedral Hall
        House Exchange Museum Library Press News Times Post Line Lines Railway Station Junction Route Stop
        Paving Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May
        June July August September October November December North South East West Northern Southern Eastern
        Western America American Europe European Asia Africa Republic Kingdom States United Nations Congress
        Senate Assembly Parliament Party Team Cup League Medal Prize Award Act Bill Plan Program Project
        Fair Festival Day War Trench Ocean Sea Gulf Mount Mountain Creek Falls Springs Forks Fork Mesa Port
        Harbor Harbour Airport Field Stadium Arena Hotel Index Labor Labour District Academy Survey
        Laboratory Observatory Safety Transport Transportation Education Energy Water Power Oil Gas Steel
        Insurance Financial Securities Research Science Sciences Technologies Technology Cloud Services
        Brands Stores Shops Media Network Records Studios Industries Logistics Rail Transit Highway Lane
        Square Plaza Tower Building Metro Local Regional Body Treasury Navy Guildhall State National
        International Federal
        Royal Banco Infirmary Clinic Ward Defence Defense Interior Foreign Constitution Crown Parish
        Diocese Corn Finance Police Fire Army Navy Air Force Guard Coast Chief Executive
        Superintendent Councilman Mayor President Chairman Judge Justice Director
        """
    )
)
# Offices that are names as well.
OFFICES_AND_NAMES = frozenset(
    words(
        "Dean King Prince Bishop Marshal Warden Skipper Provost Gardener Builder Driver Coach Cook Judge Justice Sir"
    )
)
# Words that begin a sentence or a title and stand before no name.
NOT_FIRST = frozenset(
    words(
        """
        The A An In On At By For From To Of And But Or If It Its He She His Her They Their We Our I You As
        When While After Before Since Some Most All Both Each No Not New Old First Second Third Members
        Member Shareholders Holders Investors Analysts Directors Residents Officials Teachers Parents Voters
        Council Board City County State Another Other Under Over About Nearly Roughly More Less That This
        These Those There Here What Who Whose Which One Two Three Four Five Six Seven Eight Nine Ten Eleven
        Twelve Joining Speaking Citing Asked Told Only Yet Still Also Even Average Net Revenue Sales Shares
        Profit Turnout Enrollment Health Cloud Operating Manufacturing Last Next Former Acting Deputy Late
        Captain Chief Justice Judge Mayor President Superintendent Chairman Dissenting Governor
        """
    )
)

# What the words beside a name say of the person's part.
CHAIR = phrases(
    """
    in the chair, led the talks,
    presided, presiding, chaired, ran the meeting, who chairs the, who presides, led the meeting,
    banged the gavel, opened the meeting, convened
    """
)
ONLINE = phrases(
    """
    session by video,
    by video, via video, by phone, by telephone, remotely, joined online, attended online, took part online,
    voted online, participated online, by zoom, over zoom, video link
    """
)
ABSENT = phrases(
    """
    out of the country, on trial, sent an aide, did not come, could not make it, was traveling, on leave,
    absent, did not attend, did not take part, was excused, were excused, not present, was not there,
    stayed away, missed the, unable to attend, could not attend, was ill, sent regrets, did not vote,
    skipped the, away on, at home with, recused and left
    """
)
SIGNATORY = phrases(
    """
    signed, signing the
    """
)
PRESENT = phrases(
    """
    voting, were opposed, at the table, on hand, in the room, sat through, on the bench, appeared for,
    appeared before, promised to, was sworn in,
    presented, took notes, moved the, led the talks, sat in, read a statement of, demonstrated,
    unveiled, cut the ribbon,
    in favor, in favour, spoke against, spoke for, addressed the, recused himself, recused herself,
    was represented by,
    voted, vote, majority, dissent, opposed, abstain, attend, joined, seconded, moved, cast,
    told the council, told the board, told the meeting, told members, told the court, told the hearing,
    told the committee, told directors, told shareholders, told holders, testified, wrote for,
    in opposition, from the floor, at the meeting, at the hearing, was there, were there, read aloud,
    spoke, presented, urged the, asked the board, asked the council, fined, ruled, sentenced
    """
)
SPEAKER = phrases(
    """
    said, says, told, explained, argued, called, added, reported, noted, warned, cited
    """
)
# Words that reached the paper by another way than the meeting.
FROM_AFAR = phrases(
    """
    in a statement, in a letter, in an email, in an interview, in a post, post online, on social media,
    told state television, told state radio, told the newspaper, wrote online, by email,
    turned away, not called, declined to comment
    """
)
# Spoken of, not there.
MENTIONED = phrases(
    """
    in place of, instead of, standing in for, filling in for, in the absence of, would write to, post online,
    in a post, told state television, not called, declined to comment, had been expected, stayed home,
    turned away, thanked in absentia, whose term,
    in a statement, in a letter, wrote in, by email, in an email, in an interview, last week, a spokes,
    analyst, economist, former, late, founder's, who died, conference call, appoint, was hired, hired,
    named, elect, championed by, led by, evidence for, was convicted, is serving, successor,
    will succeed, replac, outside the, a letter from, on behalf of, a mother, reporters afterward,
    by telephone from his, survived by, county attorney, a retired
    """
)
