"""Given names that tell the gender, where nothing else in the text does. Names that both bear
(Leslie, Jordan, Jean, Andrea) are left out; what the text says of a person counts for more.
"""

from __future__ import annotations

from sayso.resolve.words import word_set

_FEMALE = word_set(
    "abigail agnes aisha alexandra alice alicia alison allison alyssa amanda amelia amy ana"
    " angela anita ann anna annabelle anne annette annie barbara beatrice becky belinda"
    " bernadette beth bethany betsy betty beverly brenda bridget brittany camila carla carmen"
    " carol carolina caroline carolyn catherine cathy cecilia charlotte cheryl chloe christina"
    " christine cindy claire clara claudia colleen cynthia daisy daniela deborah debbie debra"
    " denise diana diane dianne dolores donna dora doris dorothy edith eileen elaine eleanor"
    " elena elisabeth elise elissa eliza elizabeth ella ellen emily emma erica erika erin esther"
    " eva evelyn fatima felicia fiona florence frances gabriela gail gemma georgia gina gloria"
    " grace greta gretchen hannah harriet heather heidi helen helena hilary hillary hope ida"
    " ines ingrid irene irina isabel isabella ivy jackie jacqueline jane janet janice jasmine"
    " jeanne jeannette jen jenna jennifer jenny jessica jill joan joanna joanne josephine joyce"
    " juanita judith judy julia juliana julie justine kara karen kate katherine kathleen kathryn"
    " kathy katie kayla kimberly kirsten kristen kristin kristina lara larissa laura lauren lena"
    " leila lillian lily linda lisa liz lois lorraine louise lucia lucy luisa lydia lynne"
    " madeleine madison maggie mandy marcia margaret margarita maria marianne marie marilyn"
    " marina marjorie marlene marta martha martina mary maureen megan meghan melanie melinda"
    " melissa mercedes michelle mindy miranda miriam molly monica nadia nancy naomi natalia"
    " natalie natasha nicole nina nora norma olga olivia pamela patricia paula pauline peggy"
    " penelope phyllis priscilla rachel ramona rebecca regina renata renee rita roberta rosa"
    " rosalind rose rosemary ruth sabrina sally samantha sandra sara sarah shannon sharon sheila"
    " shirley silvia sofia sonia sonya sophia sophie stacey stella stephanie sue susan susanna"
    " suzanne svetlana sylvia tamara tanya tara tatiana teresa theresa tiffany tina ursula"
    " valentina valeria valerie vanessa vera veronica victoria virginia vivian wanda wendy"
    " yolanda yulia yvonne zainab zoe"
)
_MALE = word_set(
    "aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alejandro aleksandr"
    " alexander alexei alfred ali allan allen alvin anatoly andre andreas andres andrew andrey"
    " andy angus anthony antonio arnold arthur ashraf axel barry ben benjamin bernard bernie"
    " bill bob boris brad bradley brandon brendan brent brett brian bruce bryan byron calvin"
    " carl carlos cedric cesar chad charles chester christian christopher chuck clarence clark"
    " claude clayton clifford clinton conor craig curtis cyrus dale damian damon dan daniel"
    " darrell darren dave david dean dennis derek desmond devin diego dimitri dirk dmitri dmitry"
    " dominic don donald doug douglas duncan dustin dwight earl ed eddie edgar eduardo edward"
    " edwin elijah elliott emmanuel enrique eric erik ernest ernesto ethan eugene evan felipe"
    " felix fernando filip floyd francisco frank frankie franklin fred frederick gabriel garrett"
    " gary gavin geoffrey george gerald gerard gilbert giovanni glenn gordon graham grant greg"
    " gregory guillermo gustavo guy hans harold harry harvey hasan hassan heinrich henry herbert"
    " herman hugh hugo hussein ian ibrahim igor isaac ismail ivan jack jacob jacques jake james"
    " jared jason javier jay jeff jeffrey jeremy jerome jerry jesus jim jimmy joachim joaquin"
    " joe joel johan johannes john johnny jonathan jorge jose josef joseph josh joshua juan"
    " julian julio justin karl keith ken kenneth kevin khalid konstantin kurt kyle larry laurent"
    " lawrence leo leon leonard leonid liam lloyd louis lucas ludwig luis lukas luke mahmoud"
    " malcolm manuel marc marcel marco marcus mario mark martin marvin mateo mathias matt"
    " matthew maurice max maximilian michael miguel mike mikhail mitch mitchell mohamed mohammad"
    " mohammed muhammad mustafa nathan nathaniel neil nelson nicholas nick nicolas nigel nikolai"
    " noah norman oleg oliver omar oscar oswald otto owen pablo patrick paul pedro pete peter"
    " phil philip philippe phillip pierre rafael ralph ramon randall raul ray raymond reginald"
    " rex ricardo richard rick rob robert roberto rodney rodrigo roger roland ron ronald rory"
    " ross roy rudolf rudy russell ryan salman salvador sam samuel santiago scott sean sebastian"
    " sergei sergey seth shane sidney simon spencer stan stanley stefan stephen steve steven"
    " stuart sven ted terence terrence theodore thomas tim timothy tobias todd tom tomas tommy"
    " tony travis trevor tyler valery vernon victor viktor vincent vitaly vladimir wallace"
    " walter warren wayne wilhelm william yusuf yuri zachary"
)


def given_gender(first: str) -> str | None:
    """ "m" or "f" for a given name in lower case that only men, or only women, bear."""
    return "f" if first in _FEMALE else "m" if first in _MALE else None
