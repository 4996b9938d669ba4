import { describe, expect, it } from 'vitest'
import { findHeading } from '../../src/import/archive-heading.ts'

describe('findHeading', () => {
  it.each([
    ["Archive pour le Tag 'Vélo'", 'tag', 'Vélo'],
    ['Archives pour le tag ‘Vélo’', 'tag', 'Vélo'],
    ['Archives du mot-clé : Vélo', 'tag', 'Vélo'],
    ['Archives du mot-clé vélo', 'tag', 'vélo'],
    ['Archives par mot-clé : Vélo', 'tag', 'Vélo'],
    ['Archives des étiquettes : l’été', 'tag', 'l’été'],
    ['Étiquette : Vélo', 'tag', 'Vélo'],
    ['Mot-clé : « Vélo »', 'tag', 'Vélo'],
    ['Articles tagués ‘Vélo’', 'tag', 'Vélo'],
    ['Archive pour la catégorie ‘Sport’', 'category', 'Sport'],
    ['Archives de catégorie : Sport', 'category', 'Sport'],
    ['Catégorie : Sport', 'category', 'Sport'],
    ['Archive pour novembre, 2022', 'date', 'novembre, 2022'],
    ['Archives mensuelles : novembre 2022', 'date', 'novembre 2022'],
    ['Mois : novembre 2022', 'date', 'novembre 2022'],
    ['Auteur : Anne', 'author', 'Anne'],
    ['Résultats de recherche pour : vélo', 'search', 'vélo'],
    ['Tag Archives: Cycling', 'tag', 'Cycling'],
    ['Archive for the ‘Cycling’ Tag', 'tag', 'Cycling'],
    ['Archive for the “Sport” Category', 'category', 'Sport'],
    ['Posts Tagged ‘C++’', 'tag', 'C++'],
    ['Posts tagged with cycling', 'tag', 'cycling'],
    ['Category Archives: Sport', 'category', 'Sport'],
    ['Monthly Archives: November 2022', 'date', 'November 2022'],
    ['Archive for November, 2022', 'date', 'November, 2022'],
    ['Showing posts with label cycling', 'tag', 'cycling'],
    ['Archivo de la etiqueta: Bici', 'tag', 'Bici'],
    ['Archivo de la etiqueta Bici', 'tag', 'Bici'],
    ['Entradas etiquetadas con ‘Bici’', 'tag', 'Bici'],
    ['Archivo de la categoría ‘Deporte’', 'category', 'Deporte'],
    ['Archivo de noviembre de 2022', 'date', 'noviembre de 2022'],
    ['Mostrando entradas con la etiqueta bici', 'tag', 'bici'],
    ['Archiv für das Schlagwort Rad', 'tag', 'Rad'],
    ['Archiv für das Schlagwort „Rad“', 'tag', 'Rad'],
    ['Schlagwort-Archive: Rad', 'tag', 'Rad'],
    ['Schlagwort: Rad', 'tag', 'Rad'],
    ['Artikel mit dem Schlagwort ‘Rad’', 'tag', 'Rad'],
    ['Archiv der Kategorie: Sport', 'category', 'Sport'],
    ['Archiv für die Kategorie ‘Sport’', 'category', 'Sport'],
    ['Archiv für November 2022', 'date', 'November 2022'],
    ['Monatsarchive: November 2022', 'date', 'November 2022'],
    ['Archivio per il tag ‘Bici’', 'tag', 'Bici'],
    ['Archivi tag: Bici', 'tag', 'Bici'],
    ['Articoli con tag ‘Bici’', 'tag', 'Bici'],
    ['Archivi categoria: Sport', 'category', 'Sport'],
    ['Archivi mensili: novembre 2022', 'date', 'novembre 2022'],
    ['Arquivo da tag: Bicicleta', 'tag', 'Bicicleta'],
    ['Arquivos da tag: Bicicleta', 'tag', 'Bicicleta'],
    ['Posts com a tag ‘Bicicleta’', 'tag', 'Bicicleta'],
    ['Arquivo da categoria: Desporto', 'category', 'Desporto'],
    ['Arquivo mensal: novembro 2022', 'date', 'novembro 2022'],
    ['Etiqueta: Bicicleta', 'tag', 'Bicicleta'],
  ])('reads %j', (line, kind, name) => {
    expect(findHeading(line)).toMatchObject({ kind, name })
  })

  it.each([
    'Les archives du département rouvrent',
    'Tags: a, b',
    'La catégorie reine du cyclisme',
    'Archives',
    'Category theory for cyclists',
    'Un mois : ce qu’il faut pour apprendre',
  ])('leaves %j alone', (line) => {
    expect(findHeading(line)).toBeUndefined()
  })
})
