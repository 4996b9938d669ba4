/** Articles that tests change, quote, shorten and continue. All of it is invented. */

export const bridge = `Le pont suspendu de Kervalen est fermé à toute circulation depuis lundi midi. Un câble porteur de la rive nord a cédé sur quatre mètres, sans faire de victime.

Selon Maëlle Trévidic, ingénieure du département, la rupture tient à une corrosion que la dernière inspection de 2019 n'avait pas relevée. Des capteurs seront posés sur les onze autres câbles avant la fin de la semaine.

Les bacs de la compagnie Armel assurent la traversée des piétons de 6 heures à 22 heures. Les voitures font un détour de 37 kilomètres par Lanvezec, et les commerçants du bourg parlent déjà d'une saison perdue.`

export const bridgeReport = `Les experts ont rendu leur rapport sur le pont suspendu de Kervalen : trois câbles porteurs sur douze sont à remplacer, pour un coût estimé à 2,8 millions d'euros.

« Nous aurions dû voir la corrosion plus tôt », admet Maëlle Trévidic. Le département écarte pourtant une démolition, réclamée par une partie du conseil municipal de Kervalen.

La compagnie Armel ajoute un second bac dès samedi. Le chantier ne commencera qu'après les marées de mars.`

export const bridgeOpening = `Après sept mois de travaux, le pont suspendu de Kervalen rouvre vendredi aux piétons et aux voitures de moins de 3 tonnes.

Les trois câbles remplacés sont surveillés jour et nuit, assure Maëlle Trévidic. La facture atteint 3,1 millions d'euros, un peu plus que prévu.

Les bacs de la compagnie Armel cessent leur service le même soir, au grand regret des habitués de la traversée de Kervalen.`

export const orchard = `À la coopérative fruitière de Saint-Oradou, la récolte de mirabelles s'annonce la plus maigre depuis vingt ans. Le gel du 14 avril a brûlé les fleurs dans les vergers du bas.

Bastien Corvoisier, qui préside la coopérative, compte sur les variétés tardives pour sauver une partie de la campagne. Les premiers cageots partiront vers le marché de gros le 2 août.

Les confituriers de la vallée s'inquiètent : le kilo pourrait passer de 2,40 à 4 euros, et plusieurs ont déjà passé commande en Lorraine.`

export const library = `La médiathèque de Villesort ouvre désormais le dimanche de 14 à 18 heures. L'essai doit durer jusqu'en juin, avec quatre agents volontaires et deux étudiantes.

Ombeline Fargeot, la directrice, attend surtout les familles. Elle prévoit une heure du conte, un atelier d'échecs et le prêt de jeux de société, que le règlement interdisait jusqu'ici.

Le syndicat du personnel réclame un bilan chiffré avant toute prolongation et rappelle que deux postes sont vacants depuis 2021.`

export const observatory = `L'observatoire du mont Galbar a détecté une comète inconnue dans la constellation de la Lyre. Baptisée C/2024 K7, elle sera visible à l'œil nu vers la mi-octobre.

L'astronome Irénée Vasseline l'a repérée sur trois clichés pris à une heure d'intervalle. Le centre des planètes mineures a confirmé son orbite, très allongée, qui ne la ramènera pas avant 8 000 ans.

Le club d'astronomie de Galbar organise deux soirées publiques et prête douze télescopes.`

/** What blogs put below their articles. */
export const footer = `Vous avez aimé cet article ? Inscrivez-vous à la lettre du samedi pour ne rien manquer de nos enquêtes, de nos dossiers et de nos portraits, et partagez-le autour de vous. Reproduction interdite sans l'accord écrit de la rédaction du Courrier des Vallées.`

/** An issue of a bulletin: one text, other facts. */
export const fishMarket = (
  day: string,
  tons: string,
  boats: string,
  fish: string,
  price: string,
  boss: string,
): string =>
  `La criée de Porzhan a vendu ${tons} tonnes de poisson ${day}, débarquées par ${boats} bateaux. Les acheteurs étaient moins nombreux que d'habitude et les enchères ont duré un peu plus d'une heure.

Le cours de la ${fish} s'établit à ${price} euros le kilo. Les autres espèces restent stables, selon le relevé publié chaque jour par la chambre de commerce. Le directeur de la criée, ${boss}, rappelle que les cours sont donnés à titre indicatif et ne tiennent pas compte des frais de glace.`

/** The text with a letter lost in every tenth word or so. */
export const mistyped = (text: string): string => {
  let word = 0
  return text.replace(/\p{L}{5,}/gu, (found) => (++word % 10 === 0 ? found.slice(0, 2) + found.slice(3) : found))
}
