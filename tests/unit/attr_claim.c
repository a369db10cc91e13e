#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "attr/attr.h"
#include "base/str.h"
#include "pack/packs.h"
#include "scan/scan.h"

/*
 * Each row: a paragraph, and its claims in reading order as "type count [!reason]: words", joined by "; ".
 * A count is low, low..high, or - where there is none.
 */
static const struct {
	const char *text, *claims;
} rows[] = {
	{"Two miners were killed when the roof of a tunnel fell in.", "deaths 2: Two miners were killed"},
	{"At least 12 people died in the fire, the mayor said.", "deaths 12: At least 12 people died"},
	{"A landslide killed four farmers and injured eleven others near the dam.",
		"deaths 4: killed four farmers; injured 11: injured eleven others"},
	{"The blast left nine dead and 30 wounded.", "deaths 9: nine dead; injured 30: 30 wounded"},
	{"Bridge Collapse Kills 14 in Northern Province", "deaths 14: Kills 14"},
	{"Bus plunge kills 22, injures 8", "deaths 22: kills 22; injured 8: injures 8"},
	{"22 dead in ferry fire", "deaths 22: 22 dead"},
	{"Ferry fire leaves 22 dead, dozens missing", "deaths 22: 22 dead; missing 24: dozens missing"},
	{"Three fishermen drowned off the cape on Friday.", "deaths 3: Three fishermen drowned"},
	{"Two soldiers and a rebel were killed in the ambush.", "deaths 3: Two soldiers and a rebel were killed"},
	{"Eleven pupils and their teacher were killed.", "deaths 12: Eleven pupils and their teacher were killed"},
	{"A gardener and two nurses were shot dead outside the clinic.", "deaths 3: A gardener and two nurses were shot dead"},
	{"Between 20 and 30 people were killed, the priest said.", "deaths 20..30: Between 20 and 30 people were killed"},
	{"Some 20 to 30 villagers were wounded.", "injured 20..30: Some 20 to 30 villagers were wounded"},
	{"Up to 180 workers were trapped underground.", "missing -..180: Up to 180 workers were trapped"},
	{"As many as 60 pilgrims are feared dead.", "deaths -..60: As many as 60 pilgrims are feared dead"},
	{"More than 1,300 people have been injured since the rains began.",
		"injured 1300: More than 1,300 people have been injured"},
	{"An estimated 2.5 million people were displaced by the fighting.",
		"missing 2500000: An estimated 2.5 million people were displaced"},
	{"Dozens were killed and scores injured in the stampede.", "deaths 24: Dozens were killed; injured 40: scores injured"},
	{"Hundreds of passengers were evacuated from the liner.", "missing 200: Hundreds of passengers were evacuated"},
	{"Tens of thousands of people fled the valley.", "missing 20000: Tens of thousands of people fled"},
	{"Several people were hurt when the stage gave way.", "injured 3: Several people were hurt"},
	{"A dozen sailors died.", "deaths 12: A dozen sailors died"},
	{"Half a dozen tourists were injured by falling stones.", "injured 6: Half a dozen tourists were injured"},
	{"Two hundred and fifty villagers were killed in the raid.", "deaths 250: Two hundred and fifty villagers were killed"},
	{"Thirty-one people, five of them stewards, were injured in the clash.",
		"injured 31: Thirty-one people, five of them stewards, were injured; injured 5: five of them stewards"},
	{"Fourteen hikers - three of them teenagers - have died in the gorge.",
		"deaths 14: Fourteen hikers - three of them teenagers - have died; deaths 3: three of them teenagers"},
	{"The derailment killed 33 people, including six schoolgirls.",
		"deaths 33: killed 33 people; deaths 6: including six schoolgirls"},
	{"Ten killed, 20 wounded in market attack", "deaths 10: Ten killed; injured 20: 20 wounded"},
	{"Gunmen shot and killed a taxi driver in the suburb.", "deaths 1: shot and killed a taxi driver"},
	{"A woman was found dead in her flat on Monday.", "deaths 1: A woman was found dead"},
	{"The body of a missing climber was found on the ridge.", "deaths 1: body of a missing climber was found"},
	{"Six bodies were recovered from the wreck on Tuesday.", "deaths 6: Six bodies were recovered"},
	{"Divers recovered the bodies of three sailors.", "deaths 3: recovered the bodies of three sailors"},
	{"The death toll rose to 41 after two bodies were pulled from the mud.",
		"deaths 41: death toll rose to 41; deaths 2: two bodies were pulled"},
	{"The toll from the quake has climbed from 300 to 412.", "deaths 412: toll from the quake has climbed from 300 to 412"},
	{"The storm claimed at least 19 lives on the islands.", "deaths 19: claimed at least 19 lives"},
	{"The war has cost the lives of 12 aid workers.", "deaths 12: cost the lives of 12 aid workers"},
	{"Five women lost their lives in the blaze.", "deaths 5: Five women lost their lives"},
	{"The killing of two traders shocked the town.", "deaths 2: killing of two traders"},
	{"The murder of a local reporter is being looked into.", "deaths 1: murder of a local reporter"},
	{"The prosecutor's murder remains unsolved.", "deaths 1: The prosecutor's murder"},
	{"Police are investigating the deaths of 78 prisoners.", "deaths 78: deaths of 78 prisoners"},
	{"The toy has been linked to two deaths and 31 injuries.", "deaths 2: two deaths; injured 31: 31 injuries"},
	{"He became the sixth person to die on the mountain this spring.", "deaths 6: sixth person to die"},
	{"A man killed himself and two of his neighbours.", "deaths 3: killed himself and two of his neighbours"},
	{"The general survived but his driver was killed.", "deaths 1: his driver was killed"},
	{"Viotti dead at 75", "deaths 1: Viotti dead"},
	{"The rebels killed a second hostage.", "deaths 1: killed a second hostage"},
	{"The army shelled the camp, killing and wounding a number of rebels.",
		"deaths 3: killing and wounding a number of rebels; injured 3: wounding a number of rebels"},
	{"The results for the quarter ended Sept. 30, hurt by charges, were poor.", ""},
	{"Customs officers seized two Norwegian trawlers.", ""},
	{"Another disappointing month at two carmakers could hurt profits.", ""},
	{"The killing of Theo Strand shocked the port.", "deaths 1 !history: killing of Theo Strand"},
	{"Prices rose after Maris's death.", "deaths 1 !history: Maris's death"},
	{"The storm did $40 million of damage.", "cost 40000000: $40 million"},
	{"The mill was sold for $40 million.", "money 40000000 !public: $40 million"},
	{"Rebels showed ten hostages seized in Norway.", "missing 10: ten hostages seized"},
	{"Nine people were confirmed dead after a fire in five mines.", "deaths 9: Nine people were confirmed dead"},
	{"The court jailed five rebels and sentenced to death another man.", ""},
	{"Passengers were stranded by the fog.", ""},
	{"Wardens were kept from retaking control of the town by troops.", ""},
	{"Investors hope to recover damages from Norway.", ""},
	{"The striker destroys Norway in the first half.", ""},
	{"The drawing attributed to a pupil was sold to troops.", ""},
	{"Raids attributed to separatists have ceased.", "responsibility -: attributed to separatists"},
	{"Callers will be charged premium rates.", ""},
	{"Thousands are to attend the rally.", ""},
	{"She is the daughter of slain miner Theo Maris.", ""},
	{"The guards rounded up the rebels and murdered them.", ""},
	{"The envoy accused the mayor of wasting time.", ""},
	{"The envoy accused the mayor of fraud.", "crime -: accused the mayor of fraud"},
	{"The party obstructed his plans.", ""},
	{"It is the first time that blame has been assigned.", ""},
	{"Historians study the 1940 deaths of two envoys.", "deaths 2 !history: deaths of two envoys"},
	{"The court found him guilty of fraud.", "crime - !record: guilty of fraud"},
	{"Nobody was killed.", "denial 0: Nobody was killed"},
	{"No one was hurt in the accident.", "denial 0: No one was hurt"},
	{"No casualties were reported.", "denial 0: No casualties"},
	{"The guards were not injured.", ""},
	{"The blaze was put out without killing anyone.", ""},
	{"The committee killed the bill on Thursday.", ""},
	{"The writers killed off the detective in the third series.", ""},
	{"The game was killed by an early goal.", ""},
	{"The race ended in a dead heat.", ""},
	{"He was scared to death by the noise.", ""},
	{"Thirty years after her death the songs still sell.", ""},
	{"The 1,500 metres title was hers.", ""},
	{"The captain, 31, was injured in training.", "injured 1: The captain, 31, was injured"},
	{"Lopez hurt his knee in the match.", ""},
	{"Injured skaters were bandaged at the rink.", ""},
	{"The families mourned their dead.", ""},
	{"The singer died of cancer at the age of 81.", "deaths 1: The singer died"},
	{"Actor Henry Wallis dies at 93", "deaths 1: Actor Henry Wallis dies"},
	{"Kidnappers released the engineer after a week.", ""},
	{"Gunmen kidnapped two engineers near the pipeline.", "missing 2: kidnapped two engineers"},
	{"Four tourists were taken hostage by the rebels.", "missing 4: Four tourists were taken hostage"},
	{"Eighty people are missing after the ferry sank.", "missing 80: Eighty people are missing"},
	{"Thirteen miners are still unaccounted for.", "missing 13: Thirteen miners are still unaccounted for"},
	{"The flood left 5,000 families homeless.", "missing 5000: 5,000 families homeless"},
	{"The river forced the evacuation of 3,000 villagers.", "missing 3000: evacuation of 3,000 villagers"},
	{"The rebels freed two Dutch hostages.", "missing 2: two Dutch hostages"},
	{"The parcel has been missing for three days.", ""},
	{"The striker will be missing three games.", ""},
	{"If the dam breaks, 5,000 people could die.", "deaths 5000 !hypothetical: 5,000 people could die"},
	{"Did the army kill 12 farmers?", "deaths 12 !hypothetical: kill 12 farmers"},
	{"The group threatened to kill two nuns.", "deaths 2 !hypothetical: kill two nuns"},
	{"The plan would have killed hundreds of people.", "deaths 200 !hypothetical: killed hundreds of people"},
	{"The army was said to have killed 40 rebels.", "deaths 40: killed 40 rebels"},
	{"Nine Said Killed in Mountain Clash", "deaths 9: Nine Said Killed"},
	{"Six guards are believed to have been killed.", "deaths 6: Six guards are believed to have been killed"},
	{"The 1951 bombing killed six clerks at the bank.", "deaths 6 !history: killed six clerks"},
	{"Fighting has killed 60,000 people since 1983.", "deaths 60000: killed 60,000 people"},
	{"The quake of 1976 killed 240,000 people.", "deaths 240000 !history: killed 240,000 people"},
	{"The fire killed six people two years ago.", "deaths 6: killed six people"},
	{"A shipwreck killed 85 people twenty years ago.", "deaths 85 !history: killed 85 people"},
	{"In the film, 12 nuns are killed by a ghost.", "deaths 12 !fiction: 12 nuns are killed"},
	{"Shelling damaged two hospitals in the city.", "destruction 2: damaged two hospitals"},
	{"Three bridges were destroyed by the flood.", "destruction 3: Three bridges were destroyed"},
	{"A school building was damaged, the mayor said.", "destruction -: A school building was damaged"},
	{"The gale caused extensive damage along the coast.", "destruction -: caused extensive damage"},
	{"Two barns burned down overnight.", "destruction 2: Two barns burned down"},
	{"The visitors destroyed the champions 5-0.", ""},
	{"The scandal destroyed his career.", ""},
	{"The ferry hit a reef.", ""},
	{"The alliance keeps about 5,000 troops in the valley.", "force 5000: about 5,000 troops"},
	{"Another 6,000 soldiers are being trained.", "force 6000: Another 6,000 soldiers"},
	{"The minister said 300 troops would be withdrawn from the islands.", "force 300: 300 troops"},
	{"The minister said that around 4,000 troops had crossed the river.", "force 4000: around 4,000 troops"},
	{"The army fired over 500 drones and dozens of missiles at the port.",
		"materiel 500: over 500 drones; materiel 24: dozens of missiles"},
	{"Air defences shot down 33 drones overnight.", "materiel 33: shot down 33 drones"},
	{"A rebel helicopter was shot down near the lake.", "materiel 1: A rebel helicopter was shot down"},
	{"The airline ordered 30 jets.", ""},
	{"Rebel troops captured the town of Lindenau on Monday.", "territory -: captured the town"},
	{"Government forces withdrew from two villages.", "territory -: Government forces withdrew from two villages"},
	{"The party is gaining ground in the polls.", ""},
	{"The rebel army is gaining ground in the east.", "territory -: The rebel army is gaining ground"},
	{"She captured the title for the third time.", ""},
	{"They seized the opportunity with both hands.", ""},
	{"A little-known group claimed responsibility for the attack.", "responsibility -: claimed responsibility for the attack"},
	{"The minister blamed the separatists for the explosion.", "responsibility -: blamed the separatists for the explosion"},
	{"The raid was blamed on the militia.", "responsibility -: blamed on the militia"},
	{"The colonel said the rebels were behind the ambush.", "responsibility -: the rebels were behind the ambush"},
	{"The man behind the film is 80.", ""},
	{"The mayor was accused of taking bribes.", "crime -: accused of taking bribes"},
	{"He was arrested on suspicion of murder.", "crime -: arrested on suspicion of murder"},
	{"The clerk was charged with theft.", "crime - !record: charged with theft"},
	{"Two brothers were convicted of the robbery.", "crime - !record: convicted of the robbery"},
	{"She pleaded guilty to fraud.", "crime - !record: pleaded guilty to fraud"},
	{"Guests were charged 30 dollars a night.", "money 30 !public: 30 dollars"},
	{"The senator lied to investigators.", "crime -: The senator lied to investigators"},
	{"A poll showed 52 percent of voters back the plan.", "poll 52: 52 percent of voters back the plan"},
	{"About 2,000 people marched through the old town.", "crowd 2000: About 2,000 people marched"},
	{"A crowd of 5,000 greeted the singer.", "crowd 5000: crowd of 5,000"},
	{"Thousands turned out for the rally.", "crowd 2000: Thousands turned out"},
	{"The deal is worth $1.3 billion.", "money 1300000000 !public: $1.3 billion"},
	{"It will cost up to 40 million euros.", "cost -..40000000: up to 40 million euros"},
	{"The company said two of its drivers were killed.", "deaths 2: two of its drivers were killed"},
	{"The soldiers killed were from the same village.", ""},
	{"All 54 people aboard were killed.", "deaths 54: All 54 people aboard were killed"},
	{"Both men were killed.", "deaths 2: Both men were killed"},
	{"Both were killed.", ""},
	{"One of five men wounded on Friday has died.",
		"deaths 1: One of five men wounded on Friday has died; injured 5: five men wounded"},
	{"A woman and two boys were wounded by gunfire.", "injured 3: A woman and two boys were wounded"},
	{"He and five others were killed in the gondola.", "deaths 6: He and five others were killed"},
	{"She was followed and murdered on her way home.", "deaths 1: She was followed and murdered"},
	{"A 12-year-old boy was killed by a stray bullet.", "deaths 1: A 12-year-old boy was killed"},
	{"The 47-year-old plumber was killed, his union said.", "deaths 1: The 47-year-old plumber was killed"},
	{"The 23-year-old's death was confirmed by the clinic.", "deaths 1: The 23-year-old's death"},
	{"Russia's ambassador was shot dead in the gallery.", "deaths 1: Russia's ambassador was shot dead"},
	{"Germany's injured captain will miss the cup.", ""},
	{"Three Germans, two Finns and a Thai were killed when the boat sank.",
		"deaths 6: Three Germans, two Finns and a Thai were killed"},
	{"Police raided two houses and 12 people were injured.", "injured 12: 12 people were injured"},
	{"The troops killed 11 Iraqis and 2 Jordanians.", "deaths 13: killed 11 Iraqis and 2 Jordanians"},
	{"Floods killed 12 people and 300 sheep.", "deaths 12: killed 12 people"},
	{"The cull killed 70 foxes.", ""},
	{"The storm killed 1,200 cattle.", ""},
	{"The company will cut 4,120 jobs.", ""},
	{"The exchange was closed by the storm.", ""},
	{"Doctors said the patient had died.", "deaths 1: the patient had died"},
	{"Some of the injured were flown to the capital.", ""},
	{"He died in 1994.", "deaths 1 !history: He died"},
	{"Nine out of ten dies in the tool box were worn.", ""},
	{"The doctor said that 12 of the wounded had died.", "deaths 12: 12 of the wounded had died"},
	{"Militants beheaded an aid worker, the group said.", "deaths 1: beheaded an aid worker"},
	{"Strikes killed more than 100 people, among them 20 children.",
		"deaths 100: killed more than 100 people; deaths 20: among them 20 children"},
	{"Four people were arrested and 16 injured.", "injured 16: 16 injured"},
	{"The attack, the third in a week, killed seven.", "deaths 7: killed seven"},
	{"An explosion at a factory in the north of the country has killed at least 18 workers and injured dozens more, state "
	 "television reported.",
		"deaths 18: killed at least 18 workers; injured 24: injured dozens more"},
	{"Zero deaths were recorded.", "denial 0: Zero deaths"},
	{"Rockets hit a hotel, wounding three journalists.", "destruction -: hit a hotel; injured 3: wounding three journalists"},
	{"A gas leak sickened 40 pupils.", "injured 40: sickened 40 pupils"},
	{"About 20 people suffered minor injuries.", "injured 20: About 20 people suffered minor injuries"},
	{"Twelve people were taken to hospital.", "injured 12: Twelve people were taken to hospital"},
	{"A policeman was stabbed in the arm.", "injured 1: A policeman was stabbed"},
	{"Four rangers were shot and wounded.", "injured 4: Four rangers were shot and wounded"},
	{"The avalanche buried six skiers, killing four.", "deaths 4: killing four"},
	{"Gang members beat a guard to death.", "deaths 1: beat a guard to death"},
	{"Waves swept two boys to their deaths.", "deaths 2: two boys to their deaths"},
	{"The king is dead.", "deaths 1: The king is dead"},
	{"The talks are dead.", ""},
	{"Hostilities have claimed 300 lives, 40 of them children, since March.",
		"deaths 300: claimed 300 lives; deaths 40: 40 of them children"},
	{"\"They killed my two brothers,\" he said.", "deaths 2: killed my two brothers"},
	{"The cholera outbreak has killed 340.", "deaths 340: killed 340"},
	{"US airman dies in glider crash", "deaths 1: US airman dies"},
	{"Former Academy of Halden fencing master Larry Moss has died.",
		"deaths 1: Former Academy of Halden fencing master Larry Moss has died"},
	{"Tests show the boxer died of a heart attack.", "deaths 1: the boxer died"},
	{"The former premier is dead.", "deaths 1: The former premier is dead"},
	{"Paul Renner dead at 75", "deaths 1: Paul Renner dead"},
	{"At least 17 scorched bodies were discovered in a barn.", "deaths 17: At least 17 scorched bodies were discovered"},
	{"The shooting left two people dead and a third critically injured.",
		"deaths 2: two people dead; injured 1: a third critically injured"},
	{"The ministry put the number of dead at 214.", "deaths 214: number of dead at 214"},
	{"Officials raised the death toll to 1,204 from 980.", "deaths 1204: death toll to 1,204"},
	{"The death toll, which stood at 12 on Monday, has not changed.", "deaths 12: death toll, which stood at 12"},
	{"Toll in ferry fire climbs to 31", "deaths 31: Toll in ferry fire climbs to 31"},
	{"The US military said three of its soldiers had been killed in action.",
		"deaths 3: three of its soldiers had been killed"},
	{"A roadside bomb went off near a patrol, killing one soldier and wounding two.",
		"deaths 1: killing one soldier; injured 2: wounding two"},
	{"Three other passengers escaped unhurt.", ""},
	{"The pilot and all 11 passengers were killed.", "deaths 12: The pilot and all 11 passengers were killed"},
	{"The pilot, two crew members and nine passengers died.",
		"deaths 12: The pilot, two crew members and nine passengers died"},
	{"The rebels, who have killed dozens of villagers this year, denied it.", "deaths 24: killed dozens of villagers"},
	{"The bus driver, whose wife was killed in the crash, is in hospital.", "deaths 1: whose wife was killed"},
	{"The girl who was killed was nine.", "deaths 1: The girl who was killed"},
	{"More than half of the 300 hostages were killed.", "deaths -: More than half of the 300 hostages were killed"},
	{"Police shot two robbers dead.", "deaths 2: two robbers dead"},
	{"Police shot dead two robbers.", "deaths 2: shot dead two robbers"},
	{"The number of injured rose to 90.", "injured 90: number of injured rose to 90"},
	{"Some 400 people were hospitalised with food poisoning.", "injured 400: Some 400 people were hospitalised"},
	{"Another 14 people were injured.", "injured 14: Another 14 people were injured"},
	{"A further 12 were hurt when a wall fell.", "injured 12: A further 12 were hurt"},
	{"Only three of the 40 sailors survived.", ""},
	{"The virus has killed more than 700 people worldwide.", "deaths 700: killed more than 700 people"},
	{"Malaria kills a million children every year.", "deaths 1000000: kills a million children"},
	{"The rules could kill small firms.", ""},
	{"The strike could cost 3,000 jobs.", ""},
	{"The wounded striker was carried off.", ""},
	{"The judge sentenced him for killing his wife.", "deaths 1: killing his wife"},
	{"She was jailed for life for the murder of her son.",
		"crime - !record: jailed for life for the murder of her son; deaths 1 !record: murder of her son"},
	{"He was convicted of murdering two girls.",
		"crime - !record: convicted of murdering two girls; deaths 2 !record: murdering two girls"},
	{"The mine has killed three people since June.", "deaths 3: killed three people"},
	{"Ten years ago a fire here killed nine.", "deaths 9 !history: killed nine"},
	{"In 1987 an earthquake killed 1,000 people here.", "deaths 1000 !history: killed 1,000 people"},
	{"Last month a similar blast killed six.", "deaths 6: killed six"},
	{"In March 2003 gunmen killed the mayor.", "deaths 1 !history: killed the mayor"},
	{"A van bomb killed 13 people and wounded 40, police said on Sunday.",
		"deaths 13: killed 13 people; injured 40: wounded 40"},
	{"The coach was killed off in the final episode.", ""},
	{"Lightning killed a golfer.", ""},
	{"Two planes collided, killing all 40 on board.", "deaths 40: killing all 40"},
	{"The accident killed both drivers instantly.", "deaths 2: killed both drivers"},
	{"Hundreds more were feared trapped under rubble.", "missing 200: Hundreds more were feared trapped"},
	{"Rescuers pulled 12 people alive from the ruins.", ""},
	{"Nearly 600 homes were flooded.", "destruction 600: Nearly 600 homes were flooded"},
	{"The shelling set a warehouse on fire.", "destruction -: a warehouse on fire"},
	{"The tremor damaged about 200 houses.", "destruction 200: damaged about 200 houses"},
	{"A rocket hit a school in the suburb.", "destruction -: hit a school"},
	{"The missile struck an apartment building.", "destruction -: struck an apartment"},
	{"The dispute has damaged relations.", ""},
	{"The rebels control the port.", ""},
	{"The rebels have taken control of the airport.", "territory -: taken control of the airport"},
	{"The army recaptured the hill after a week.", "territory -: recaptured the hill"},
	{"The general said his troops had retaken three villages.", "territory -: retaken three villages"},
	{"The minister lost control of the party.", ""},
	{"Police blamed a gas leak for the explosion.", "responsibility -: blamed a gas leak for the explosion"},
	{"No group has claimed responsibility.", ""},
	{"A rebel group said it carried out the bombing.", "responsibility -: it carried out the bombing"},
	{"The rebels denied responsibility for the attack.", "responsibility -: denied responsibility for the attack"},
	{"Prosecutors accused the banker of fraud.", "crime -: accused the banker of fraud"},
	{"The two are suspected of smuggling weapons.", "crime -: suspected of smuggling weapons"},
	{"The company faces charges of bribery.", "crime - !record: charges of bribery"},
	{"He denied the allegations of rape.", "crime -: allegations of rape"},
	{"Some 40 percent of respondents said they would stay home.", "poll 40: Some 40 percent of respondents said they would"},
	{"In the survey 38 percent named jobs as the main worry.", "poll 38: 38 percent named jobs as the main"},
	{"About 200 students gathered outside the embassy.", "crowd 200: About 200 students gathered"},
	{"Tens of thousands protested in the capital on Saturday.", "crowd 20000: Tens of thousands protested"},
	{"The fund lost 12 million pounds.", "money 12000000 !public: 12 million pounds"},
	{"The prize is worth 5,000 euros.", "money 5000 !public: 5,000 euros"},
	{"He scored 12 points in seven minutes.", ""},
	{"The 12,000-seat hall was full.", ""},
	{"They won 3-1 in front of 20,000 people.", ""},
	{"The 5 March meeting was called off.", ""},
	{"Five million people have been left homeless.", "missing 5000000: Five million people have been left homeless"},
	{"One in five children dies before the age of five there.", ""},
	{"The fighting drove 30,000 people from their homes.", "missing 30000: 30,000 people from their homes"},
	{"Pirates seized a tanker with 21 crew on board.", ""},
	{"Two of the four kidnapped workers were released.", ""},
	{"The guerrillas hold 40 hostages.", "missing 40: 40 hostages"},
	{"A teacher was abducted on Sunday.", "missing 1: A teacher was abducted"},
	{"Fifteen soldiers were captured.", "missing 15: Fifteen soldiers were captured"},
	{"The victim, a 31-year-old nurse, died on the spot.", "deaths 1: The victim, a 31-year-old nurse, died"},
	{"The victim died.", "deaths 1: The victim died"},
	{"Survivors said the guards killed the wounded.", ""},
	{"He said that he would die for his country.", ""},
	{"The old tree died.", ""},
	{"The suspect was killed in a shootout with police.", "deaths 1: The suspect was killed"},
	{"A suicide bomber killed himself and four guards at a checkpoint.", "deaths 5: killed himself and four guards"},
	{"Neither pilot was hurt.", "denial 0: Neither pilot was hurt"},
	{"The fire injured none of the staff.", ""},
	{"Not a single passenger was hurt.", "denial 0: Not a single passenger was hurt"},
	{"The toll bridge will close on Monday.", ""},
	{"He was almost killed by a falling beam.", ""},
	{"Three people nearly drowned.", ""},
	{"A blast that killed a soldier was heard across the town.", "deaths 1: killed a soldier"},
	{"An attack which wounded the governor led to arrests.", "injured 1: wounded the governor"},
	{"The gutted remains of the houses were cordoned off.", ""},
	{"A storm that destroyed homes is moving north.", "destruction -: destroyed homes"},
	{"She was one of three people injured in the crash.", "injured 3: three people injured"},
	{"The second blast killed a policeman.", "deaths 1: killed a policeman"},
	{"Bus 12 killed a cyclist on Monday.", "deaths 1: killed a cyclist"},
	{"Police say the driver, who was killed, had been drinking.", "deaths 1: the driver, who was killed"},
	{"A nurse who was stabbed on Friday has died.",
		"injured 1: A nurse who was stabbed; deaths 1: A nurse who was stabbed on Friday has died"},
	{"He had been shot dead by a neighbour.", "deaths 1: He had been shot dead"},
	{"The troops opened fire, killing at least a dozen and wounding scores.",
		"deaths 12: killing at least a dozen; injured 40: wounding scores"},
	{"A bus carrying pilgrims plunged into a gorge, leaving 31 dead and 12 critically injured.",
		"deaths 31: 31 dead; injured 12: 12 critically injured"},
	{"More bodies were found on Sunday, bringing the death toll to 58.", "deaths 58: death toll to 58"},
	{"Officials fear the toll may rise above 500.", "deaths 500 !hypothetical: toll may rise above 500"},
	{"The explosion, which killed eight people and wounded 23, destroyed the market hall.",
		"deaths 8: killed eight people; injured 23: wounded 23; destruction -: destroyed the market"},
	{"Rebels killed the governor, his wife and their two sons.", "deaths 4: killed the governor, his wife and their two sons"},
	{"The dead man was named as Karl Weiss.", ""},
	{"At least 11 people, most of them women, drowned.", "deaths 11: At least 11 people, most of them women, drowned"},
	{"At least 11 people, including three children, drowned.",
		"deaths 11: At least 11 people, including three children, drowned; deaths 3: including three children"},
	{"Four of the dead were children.", ""},
	{"The ferry was carrying 120 people, of whom 40 are missing.", "missing 40: 40 are missing"},
	{"Ten people were killed and 15 others are missing.",
		"deaths 10: Ten people were killed; missing 15: 15 others are missing"},
	{"Nobody has been arrested over the deaths of two pensioners.", "deaths 2: deaths of two pensioners"},
	{"Six crew members of a trawler are missing, presumed dead.", "missing 6: Six crew members of a trawler are missing"},
	{"Firefighters found the charred bodies of a couple in the attic.", "deaths 2: found the charred bodies of a couple"},
	{"The virus, which has infected 4,000 people, has killed 170.", "deaths 170: killed 170"},
	{"A British hostage has been beheaded, a website said.", "deaths 1: A British hostage has been beheaded"},
	{"The minister survived an attack in which two bodyguards died.", "deaths 2: two bodyguards died"},
	{"There were at least 40 casualties.", "injured 40: at least 40 casualties"},
	{"There were no deaths.", "denial 0: no deaths"},
	{"There have been three deaths in custody this year.", "deaths 3: three deaths"},
	{"Police fatally shot a gunman.", "deaths 1: fatally shot a gunman"},
	{"Two people are dead after a shooting at a mall.", "deaths 2: Two people are dead"},
	{"One person is dead and four are injured.", "deaths 1: One person is dead; injured 4: four are injured"},
	{"The accident happened on the day her father died.", "deaths 1: her father died"},
	{"Seven out of ten victims were children.", ""},
};

struct fixture {
	struct packs *packs;
	struct attr_facts *facts;
	struct attr attr;
	struct doc doc;
};

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	struct wa_error error = {0};
	assert_non_null(f);
	if (packs_load(&(struct wa_options){0}, &f->packs, &error) != WA_OK)
		fail_msg("%s:%u: %s", error.file, error.line, error.message);
	doc_init(&f->doc);
	f->attr.doc = &f->doc;
	f->attr.packs = f->packs;
	f->attr.item = 1;
	f->attr.facts = f->facts = attr_facts_make(&f->packs->lex);
	assert_non_null(f->facts);
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;
	vec_release(&f->attr.claims);
	vec_release(&f->attr.items);
	seg_release(&f->attr.seg);
	doc_release(&f->doc);
	attr_facts_free(f->facts);
	packs_free(f->packs);
	free(f);
	return 0;
}

static void read_claims(struct fixture *f, const char *text, size_t len)
{
	f->attr.claims.count = 0;
	assert_true(seg_paragraph(&f->attr.seg, &f->packs->lex, (struct wa_str){text, len}, false));
	scan_phrases(&f->attr.seg);
	assert_true(claim_paragraph(&f->attr));
}

static size_t put_number(char *out, size_t size, double value)
{
	if (isnan(value))
		return (size_t)snprintf(out, size, "-");
	return (size_t)snprintf(out, size, value < 1e6 ? "%g" : "%.0f", value);
}

static void render(const struct fixture *f, char *out, size_t size)
{
	size_t n = 0;
	out[0] = 0;
	for (size_t i = 0; i < f->attr.claims.count; i++) {
		const struct wa_claim *c = &f->attr.claims.items[i].row;
		n += (size_t)snprintf(out + n, size - n, "%s%s ", i ? "; " : "", wa_claim_type_name(c->type));
		n += put_number(out + n, size - n, c->low);
		if (!isnan(c->high)) {
			n += (size_t)snprintf(out + n, size - n, "..");
			n += put_number(out + n, size - n, c->high);
		}
		if (c->reason != WA_REASON_NONE)
			n += (size_t)snprintf(out + n, size - n, " !%s", wa_reason_name(c->reason));
		n += (size_t)snprintf(
			out + n, size - n, ": %.*s", (int)(c->span.end - c->span.start), f->attr.seg.text.ptr + c->span.start);
	}
}

static void claims_are_as_tabled(void **state)
{
	struct fixture *f = *state;
	unsigned wrong = 0;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char got[1024];
		read_claims(f, rows[i].text, strlen(rows[i].text));
		render(f, got, sizeof got);
		if (strcmp(got, rows[i].claims) == 0)
			continue;
		print_error("%s\n  wanted %s\n  got    %s\n", rows[i].text, rows[i].claims, got);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

/* The item's own date decides what is long past. */
static void history_goes_by_the_items_date(void **state)
{
	static const struct {
		const char *published, *text;
		enum wa_reason reason;
		bool past_dated;
	} dated[] = {
		{"1988-05-02", "In 1986 a fire here killed nine.", WA_REASON_NONE, true},
		{"1999-05-02", "In 1986 a fire here killed nine.", WA_REASON_HISTORY, true},
		{"1986-05-02", "In 1986 a fire here killed nine.", WA_REASON_NONE, false},
		{"2024-05-02", "The missile killed two people in 2022.", WA_REASON_NONE, true},
		{"", "The missile killed two people in 2022.", WA_REASON_NONE, true},
		{"", "A stray shell fell here in 2022, killing two people, a few months after the war began.", WA_REASON_NONE,
			true},
		{"", "Ten years after a flood killed nine people here, the dam still leaks.", WA_REASON_HISTORY, true},
		{"2024-05-02", "Clashes have killed 900 people since 2011.", WA_REASON_NONE, false},
		{"2024-05-02", "The fire killed nine people last month.", WA_REASON_NONE, true},
		{"2024-05-02", "The fire killed nine people last week.", WA_REASON_NONE, false},
	};
	struct fixture *f = *state;
	for (size_t i = 0; i < sizeof dated / sizeof *dated; i++) {
		f->doc.published = str_of(dated[i].published);
		read_claims(f, dated[i].text, strlen(dated[i].text));
		assert_int_equal(f->attr.claims.count, 1);
		assert_int_equal(f->attr.claims.items[0].row.reason, dated[i].reason);
		assert_int_equal(f->attr.claims.items[0].past_dated, dated[i].past_dated);
	}
	f->doc.published = (struct wa_str){0};
}

/* Every look is bounded: hostile text neither hangs nor crashes. */
static void hostile_text_is_read(void **state)
{
	static const char *const units[] = {
		"killed ", "killed 12 people and ", ", ", "12 people were killed, ", "who was killed ", "(", "$5 ", "5% "};
	struct fixture *f = *state;
	const size_t size = 200000;
	char *text = malloc(size);
	assert_non_null(text);
	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		size_t len = strlen(units[i]), n = 0;
		for (; n + len <= size; n += len)
			memcpy(text + n, units[i], len);
		read_claims(f, text, n);
	}
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(claims_are_as_tabled),
		cmocka_unit_test(history_goes_by_the_items_date),
		cmocka_unit_test(hostile_text_is_read),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
