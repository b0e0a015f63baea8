"""Headings of lists as partners write them, in the interface languages. Plain facts: may stay long.

A heading may stand under several fields (Firma is a company in Czech and a signature in Spanish); the other
headings of the sheet tell its language.
"""

HEADINGS: dict[str, dict[str, str]] = {
    "number": {
        "en": "no|nr|number|row|line|#|s n",
        "es": "n|nº|núm|num|número|orden|nº orden",
        "ro": "nr|nr crt|nr curent|număr curent|crt",
        "pt": "nº|n|número|n º de ordem|ordem",
        "it": "n|nº|numero|num|progressivo|n progressivo",
        "fr": "n|nº|numéro|no|n d ordre",
        "nl": "nr|nummer|volgnummer",
        "cs": "č|číslo|poř|pořadí|poř č|pořadové číslo",
        "fi": "nro|nr|numero|järjestysnumero",
        "de": "nr|lfd nr|laufende nummer|nummer",
        "pl": "lp|l p|nr|numer|liczba porządkowa",
    },
    "person_name": {
        "en": (
            "name|full name|name and surname|participant|participant name|name of participant|person|"
            "first and last name|surname and name|name surname|attendee|student|student name|teacher|learner|"
            "trainee|signatory|employee name"
        ),
        "es": (
            "nombre y apellidos|apellidos y nombre|nombre completo|apellidos nombre|participante|asistente|"
            "nombre|alumno a|alumno|alumnado|docente|nombre del participante|nombre y apellido|persona"
        ),
        "ro": (
            "nume și prenume|nume prenume|numele și prenumele|nume complet|participant|participanți|"
            "nume si prenume participant|nume|numele|elev|persoana"
        ),
        "pt": (
            "nome completo|nome|nome e apelido|participante|nome do participante|aluno|formando|nome e sobrenome|pessoa"
        ),
        "it": (
            "nome e cognome|cognome e nome|nominativo|nome completo|partecipante|nome cognome|cognome nome|"
            "studente|alunno|nome|nome del partecipante"
        ),
        "fr": (
            "nom et prénom|nom prénom|prénom et nom|nom complet|participant|nom et prénoms|"
            "nom du participant|nom|stagiaire|élève|apprenant|participant e"
        ),
        "nl": (
            "naam|volledige naam|voor en achternaam|voornaam en achternaam|deelnemer|naam deelnemer|"
            "naam en voornaam|leerling"
        ),
        "cs": (
            "jméno a příjmení|příjmení a jméno|celé jméno|účastník|jméno účastníka|příjmení jméno|"
            "jméno příjmení|žák|jméno žáka|jméno|student|jméno a příjmení žáka"
        ),
        "fi": (
            "nimi|koko nimi|etu ja sukunimi|sukunimi ja etunimi|osallistuja|osallistujan nimi|"
            "etunimi ja sukunimi|opiskelija"
        ),
        "de": (
            "name|vor und nachname|vorname und nachname|name vorname|teilnehmer|teilnehmerin|teilnehmer in|"
            "vollständiger name|nachname vorname|vorname nachname|name des teilnehmers|schüler|person"
        ),
        "pl": (
            "imię i nazwisko|nazwisko i imię|uczestnik|imiona i nazwisko|pełne imię i nazwisko|uczeń|"
            "nazwisko imię|imię i nazwisko uczestnika|osoba"
        ),
    },
    "given_name": {
        "en": "first name|given name|forename|given names|first names|christian name|firstname",
        "es": "nombre|nombre de pila|nombres",
        "ro": "prenume|prenumele",
        "pt": "nome próprio|primeiro nome|nome|nomes próprios",
        "it": "nome",
        "fr": "prénom|prénoms",
        "nl": "voornaam|roepnaam|voornamen",
        "cs": "jméno|křestní jméno",
        "fi": "etunimi|etunimet|kutsumanimi",
        "de": "vorname|vornamen|rufname",
        "pl": "imię|imiona",
    },
    "family_name": {
        "en": "surname|last name|family name|lastname|second name",
        "es": "apellidos|apellido|primer apellido",
        "ro": "nume|numele|nume de familie",
        "pt": "apelido|apelidos|sobrenome|último nome",
        "it": "cognome|cognomi",
        "fr": "nom|nom de famille",
        "nl": "achternaam|familienaam|naam",
        "cs": "příjmení",
        "fi": "sukunimi",
        "de": "nachname|familienname|name|zuname",
        "pl": "nazwisko",
    },
    "second_family_name": {
        "es": "segundo apellido|2º apellido|apellido 2",
    },
    "function": {
        "en": (
            "function|role|position|job title|profile|occupation|post|status|title|job|type of participant|"
            "category|participant type|stakeholder group|target group|capacity"
        ),
        "es": ("perfil|cargo|función|puesto|rol|categoría|ocupación|profesión|tipo de participante|colectivo|tipo"),
        "ro": "funcția|funcție|rol|calitate|calitatea|poziția|ocupația|categorie|categoria|profesia|postul",
        "pt": "função|cargo|perfil|categoria|profissão|qualidade|papel|tipo de participante",
        "it": "ruolo|funzione|qualifica|profilo|mansione|posizione|categoria|professione|incarico|tipologia",
        "fr": "fonction|rôle|poste|qualité|profil|statut|profession|catégorie|titre|métier",
        "nl": "functie|rol|positie|beroep|hoedanigheid|categorie|profiel|doelgroep",
        "cs": "funkce|role|pozice|pracovní pozice|zařazení|kategorie|postavení|povolání|cílová skupina",
        "fi": "tehtävä|rooli|asema|tehtävänimike|toimi|ammatti|nimike|ryhmä|kohderyhmä",
        "de": "funktion|rolle|position|stellung|beruf|tätigkeit|kategorie|profil|status|zielgruppe",
        "pl": "funkcja|stanowisko|rola|kategoria|zawód|pozycja|status|grupa docelowa",
    },
    "organisation": {
        "en": (
            "organisation|organization|company|institution|school|employer|firm|company name|"
            "name of organisation|organisation name|legal name|enterprise|business name|sending organisation|"
            "affiliation|host company|centre|host organisation|school company|workplace|name of company|"
            "entity|host|hosting enterprise"
        ),
        "es": (
            "centro|empresa|centro empresa|organización|institución|entidad|razón social|centro educativo|"
            "instituto|nombre de la empresa|denominación social|denominación|centro de trabajo|"
            "empresa de acogida|organismo|procedencia|entidad organización|centro de procedencia"
        ),
        "ro": (
            "instituția|instituție|organizația|organizație|firma|compania|companie|societatea|unitatea|"
            "unitatea școlară|școala|operator economic|agent economic|denumire|denumirea|"
            "denumirea societății|angajator|locul de muncă|instituția de proveniență|denumire firmă|"
            "agentul economic"
        ),
        "pt": (
            "organização|instituição|entidade|empresa|escola|agrupamento|denominação|denominação social|"
            "entidade empregadora|designação|nome da empresa|firma|entidade de acolhimento|"
            "instituição de origem|organização instituição"
        ),
        "it": (
            "azienda|ente|organizzazione|istituto|istituzione|scuola|ragione sociale|impresa|società|"
            "denominazione|ente di appartenenza|nome azienda|struttura|organizzazione di appartenenza|"
            "ente azienda|scuola azienda|azienda ospitante"
        ),
        "fr": (
            "organisme|organisation|entreprise|établissement|institution|société|raison sociale|école|"
            "employeur|structure|dénomination|dénomination sociale|nom de l entreprise|entreprise d accueil|"
            "lycée"
        ),
        "nl": (
            "organisatie|bedrijf|instelling|school|werkgever|bedrijfsnaam|naam bedrijf|onderneming|"
            "naam organisatie|naam van de organisatie|firma|stagebedrijf|leerbedrijf"
        ),
        "cs": (
            "organizace|firma|instituce|škola|podnik|společnost|zaměstnavatel|název firmy|název organizace|"
            "název|obchodní firma|název společnosti|pracoviště|škola firma|zařízení"
        ),
        "fi": (
            "organisaatio|yritys|oppilaitos|koulu|työnantaja|yrityksen nimi|organisaation nimi|työpaikka|"
            "laitos|taho|toiminimi|yritys organisaatio"
        ),
        "de": (
            "organisation|firma|einrichtung|institution|schule|unternehmen|betrieb|arbeitgeber|firmenname|"
            "name der firma|name der organisation|bezeichnung|firmenbezeichnung|ausbildungsbetrieb|"
            "schule betrieb|praktikumsbetrieb"
        ),
        "pl": (
            "organizacja|firma|instytucja|szkoła|przedsiębiorstwo|pracodawca|nazwa firmy|nazwa organizacji|"
            "nazwa|zakład|nazwa instytucji|placówka|zakład pracy|podmiot|szkoła firma"
        ),
    },
    "email": {
        "en": "e mail|email|mail|e mail address|email address|contact email",
        "es": "correo|correo electrónico|e mail|email|correo e|dirección de correo|mail",
        "ro": "e mail|email|adresa de e mail|adresă e mail|poșta electronică|adresa email|mail",
        "pt": "e mail|email|correio eletrónico|endereço de e mail|correio electrónico|mail|endereço eletrónico",
        "it": "e mail|email|posta elettronica|indirizzo e mail|indirizzo email|mail|pec",
        "fr": "e mail|email|courriel|adresse e mail|mail|adresse mail|adresse électronique|mél|adresse email",
        "nl": "e mail|email|e mailadres|mailadres|mail|emailadres",
        "cs": "e mail|email|e mailová adresa|mail|elektronická adresa",
        "fi": "sähköposti|s posti|sähköpostiosoite|e mail|email",
        "de": "e mail|email|e mail adresse|mail|mailadresse|emailadresse",
        "pl": "e mail|email|adres e mail|poczta elektroniczna|mail|adres email|adres poczty",
    },
    "phone": {
        "en": "phone|telephone|mobile|phone number|tel|cell|contact number|mobile phone",
        "es": "teléfono|tel|móvil|tfno|telf|teléfono móvil|tlf|número de teléfono",
        "ro": "telefon|tel|nr telefon|număr de telefon|mobil",
        "pt": "telefone|telemóvel|tel|contacto telefónico|contacto|nº telefone",
        "it": "telefono|tel|cellulare|cell|recapito telefonico|numero di telefono|recapito",
        "fr": "téléphone|tél|portable|mobile|numéro de téléphone|tel",
        "nl": "telefoon|tel|telefoonnummer|gsm|mobiel|gsm nummer",
        "cs": "telefon|tel|mobil|telefonní číslo|tel číslo",
        "fi": "puhelin|puh|puhelinnumero|matkapuhelin|gsm",
        "de": "telefon|tel|telefonnummer|handy|mobil|mobilnummer|mobiltelefon",
        "pl": "telefon|tel|nr telefonu|numer telefonu|komórka|telefon kontaktowy",
    },
    "country": {
        "en": "country|country code|sending country|nationality of organisation|land",
        "es": "país|país de procedencia|país de origen|pais",
        "ro": "țara|țară|tara|țara de proveniență",
        "pt": "país|país de origem",
        "it": "paese|nazione|stato|paese di provenienza",
        "fr": "pays|pays d origine|pays d envoi",
        "nl": "land|land van herkomst",
        "cs": "země|stát|země původu",
        "fi": "maa|lähtömaa|kotimaa",
        "de": "land|staat|herkunftsland|entsendeland",
        "pl": "kraj|państwo|kraj pochodzenia",
    },
    "date": {
        "en": "date|day|date of attendance|event date|date of event|attendance date",
        "es": "fecha|día|fecha de asistencia|fecha del evento",
        "ro": "data|ziua|data participării|data evenimentului",
        "pt": "data|dia|data de participação|data do evento",
        "it": "data|giorno|data evento|data partecipazione",
        "fr": "date|jour|date de participation|date de l événement",
        "nl": "datum|dag|datum deelname|datum evenement",
        "cs": "datum|den|datum účasti|datum akce",
        "fi": "päivä|päivämäärä|pvm|päiväys",
        "de": "datum|tag|datum der teilnahme|veranstaltungsdatum",
        "pl": "data|dzień|data udziału|data wydarzenia",
    },
    "starts_on": {
        "en": "start|start date|from|begin|beginning|starts on|placement start|date from|start of placement",
        "es": "inicio|fecha de inicio|desde|fecha inicio|comienzo|inicio prácticas|fecha inicial",
        "ro": "data de început|început|de la|data început|data începerii|data inceperii stagiului",
        "pt": "início|data de início|de|data início|início do estágio|desde",
        "it": "inizio|data inizio|dal|data di inizio|inizio stage|inizio tirocinio",
        "fr": "début|date de début|du|début du stage|date début|à partir du",
        "nl": "begin|startdatum|van|start|begindatum|aanvang",
        "cs": "začátek|začátek praxe|od|datum zahájení|zahájení|zahájení praxe|datum od|nástup",
        "fi": "alku|alkaa|alkupäivä|alkamispäivä|aloitus|aloituspäivä|alkaen",
        "de": "beginn|von|anfang|startdatum|start|beginn praktikum|praktikumsbeginn",
        "pl": "początek|od|data rozpoczęcia|rozpoczęcie|start|początek praktyki|data od",
    },
    "ends_on": {
        "en": "end|end date|to|until|finish|ends on|placement end|date to|end of placement",
        "es": "fin|fecha de fin|hasta|fecha fin|final|finalización|fecha final|fin prácticas",
        "ro": "data de sfârșit|sfârșit|până la|data sfârșit|data finalizării|data încheierii",
        "pt": "fim|data de fim|até|data fim|fim do estágio|conclusão|data de conclusão",
        "it": "fine|data fine|al|data di fine|fine stage|fine tirocinio",
        "fr": "fin|date de fin|au|fin du stage|date fin|jusqu au",
        "nl": "einde|einddatum|tot|eind",
        "cs": "konec|konec praxe|do|datum ukončení|ukončení|ukončení praxe|datum do",
        "fi": "loppu|päättyy|loppupäivä|päättymispäivä|lopetus|lopetuspäivä|asti",
        "de": "ende|bis|enddatum|schluss|ende praktikum|praktikumsende",
        "pl": "koniec|do|data zakończenia|zakończenie|koniec praktyki|data do",
    },
    "hours": {
        "en": "hours|number of hours|duration|hrs|duration hours|total hours|h",
        "es": "horas|nº de horas|duración|número de horas|nº horas|h|total horas",
        "ro": "ore|nr ore|număr de ore|durata|durată|număr ore",
        "pt": "horas|nº de horas|duração|número de horas|carga horária",
        "it": "ore|n ore|durata|numero ore|monte ore|nº ore",
        "fr": "heures|nombre d heures|durée|nb heures|nb d heures",
        "nl": "uren|aantal uren|duur|uur",
        "cs": "hodin|hodiny|počet hodin|hod|délka|rozsah hodin",
        "fi": "tunnit|tuntia|tuntimäärä|kesto|tuntien määrä",
        "de": "stunden|anzahl stunden|dauer|std|stundenzahl|stundenanzahl",
        "pl": "godziny|liczba godzin|ilość godzin|godz|czas trwania|godzin",
    },
    "signature": {
        "en": "signature|signed|sign|signature of participant|present|attended|attendance",
        "es": "firma|firmado|firmó|asistencia|asiste|asistió|firma del participante",
        "ro": "semnătura|semnat|semnătură|prezent|prezența|prezență",
        "pt": "assinatura|assinou|assinado|presença|presente|rubrica",
        "it": "firma|firmato|presente|presenza|firma partecipante|ha firmato",
        "fr": "signature|signé|émargement|présent|présence|a signé",
        "nl": "handtekening|getekend|aanwezig|aanwezigheid|ondertekend|paraaf",
        "cs": "podpis|podepsáno|přítomen|účast|přítomnost|podepsal|prezence",
        "fi": "allekirjoitus|allekirjoitettu|läsnä|läsnäolo|paikalla",
        "de": "unterschrift|unterschrieben|anwesend|anwesenheit|signatur",
        "pl": "podpis|podpisano|obecny|obecność|obecna|podpis uczestnika",
    },
    "vat": {
        "en": "vat|vat number|vat no|tax number|vat id|tax id|registration number|company number",
        "es": "cif|nif empresa|cif nif|nif iva|c i f|cif empresa",
        "ro": "cui|cif|cod fiscal|cod unic de înregistrare|c u i|cod tva",
        "pt": "nipc|nif empresa|número de contribuinte|contribuinte|nif da entidade|nif",
        "it": "p iva|partita iva|piva|p iva cf|codice fiscale azienda|p i|partita iva codice fiscale",
        "fr": "n tva|numéro de tva|tva|siret|siren|tva intracommunautaire|numéro siret",
        "nl": "btw|btw nummer|kvk|kvk nummer|ondernemingsnummer|btw nr",
        "cs": "ič|ičo|dič|ič dič|identifikační číslo",
        "fi": "y tunnus|alv tunnus|ytunnus",
        "de": "ust id|ust idnr|umsatzsteuer id|steuernummer|ustid|ust id nr|umsatzsteuernummer",
        "pl": "nip|regon|nip firmy|numer nip",
    },
    "oid": {
        "en": "oid|organisation id|organisation oid|oid number|oid code",
        "es": "código oid",
        "fr": "numéro oid",
    },
    "pic": {
        "en": "pic|pic number|pic code|participant identification code",
        "es": "código pic",
        "fr": "code pic",
    },
    "address": {
        "en": "address|street|street address|postal address",
        "es": "dirección|domicilio|calle|dirección postal",
        "ro": "adresa|adresă|strada|sediul|adresa sediului",
        "pt": "morada|endereço|rua|endereço postal",
        "it": "indirizzo|via|sede|sede legale|indirizzo sede",
        "fr": "adresse|rue|adresse postale",
        "nl": "adres|straat|straat en nummer",
        "cs": "adresa|ulice|sídlo",
        "fi": "osoite|katuosoite|postiosoite|lähiosoite",
        "de": "adresse|anschrift|straße|strasse",
        "pl": "adres|ulica|siedziba",
    },
    "city": {
        "en": "city|town|place|location|municipality",
        "es": "ciudad|localidad|población|municipio|lugar",
        "ro": "oraș|localitate|localitatea|orașul|loc",
        "pt": "cidade|localidade|concelho|local|município",
        "it": "città|comune|località|luogo",
        "fr": "ville|commune|localité|lieu",
        "nl": "plaats|stad|gemeente|woonplaats",
        "cs": "město|obec|místo",
        "fi": "kaupunki|kunta|paikkakunta|postitoimipaikka",
        "de": "stadt|ort|gemeinde|wohnort",
        "pl": "miasto|miejscowość|gmina",
    },
    "postcode": {
        "en": "postcode|postal code|zip|zip code",
        "es": "código postal|cp|c p",
        "ro": "cod poștal",
        "pt": "código postal|cp",
        "it": "cap|codice postale|c a p",
        "fr": "code postal|cp",
        "nl": "postcode",
        "cs": "psč|směrovací číslo",
        "fi": "postinumero",
        "de": "plz|postleitzahl",
        "pl": "kod pocztowy|kod",
    },
    "region": {
        "en": "region|province|county|state|nuts|district",
        "es": "provincia|comunidad autónoma|región|comarca|ccaa",
        "ro": "județ|județul|regiunea|regiune",
        "pt": "distrito|região",
        "it": "provincia|regione|prov",
        "fr": "région|département|province",
        "nl": "provincie|regio|gewest",
        "cs": "kraj|okres|region",
        "fi": "maakunta|alue",
        "de": "bundesland|region|landkreis|kreis",
        "pl": "województwo|powiat|region",
    },
    "sector": {
        "en": "sector|field|industry|branch|field of study|vocational field|trade|specialisation",
        "es": "sector|familia profesional|rama|actividad|ciclo|ciclo formativo|especialidad|sector de actividad",
        "ro": "sector|domeniu|domeniul|specializarea|calificarea|ramura|domeniu de activitate",
        "pt": "setor|sector|área|curso|ramo|atividade|área de formação",
        "it": "settore|indirizzo di studio|ambito|attività|comparto|corso",
        "fr": "secteur|filière|branche|domaine|spécialité|activité",
        "nl": "sector|branche|vakgebied|opleiding|richting",
        "cs": "obor|odvětví|sektor|obor vzdělání|obor činnosti",
        "fi": "ala|toimiala|koulutusala|opintoala",
        "de": "branche|sektor|fachrichtung|berufsfeld|ausbildungsberuf|wirtschaftszweig",
        "pl": "branża|sektor|zawód nauczany|kierunek|profil działalności",
    },
    "size": {
        "en": "size|employees|number of employees|staff|company size|no of employees|headcount",
        "es": (
            "tamaño|nº de empleados|empleados|plantilla|trabajadores|número de trabajadores|nº trabajadores|"
            "nº empleados"
        ),
        "ro": "mărime|nr angajați|număr de angajați|angajați|număr angajați|mărimea",
        "pt": (
            "dimensão|nº de trabalhadores|trabalhadores|número de trabalhadores|nº de empregados|tamanho|"
            "nº de colaboradores"
        ),
        "it": "n dipendenti|numero dipendenti|dipendenti|dimensione|addetti|n addetti|numero addetti|dimensioni",
        "fr": "effectif|taille|nombre de salariés|salariés|nombre d employés|nb salariés",
        "nl": "grootte|aantal werknemers|werknemers|omvang|aantal medewerkers|personeelsleden",
        "cs": "velikost|počet zaměstnanců|zaměstnanci|zaměstnanců",
        "fi": "koko|henkilöstömäärä|työntekijöitä|henkilöstön määrä|työntekijämäärä",
        "de": ("größe|mitarbeiter|anzahl mitarbeiter|beschäftigte|betriebsgröße|mitarbeiterzahl|anzahl beschäftigte"),
        "pl": "wielkość|liczba pracowników|pracownicy|liczba zatrudnionych|zatrudnienie",
    },
    "kind": {
        "en": "type|kind|type of organisation|organisation type|kind of organisation|legal form",
        "es": "tipo|tipo de entidad|tipo de organización|naturaleza|tipo de centro|forma jurídica",
        "ro": "tip|tipul|tip organizație|tipul instituției|forma juridică",
        "pt": "tipo|tipo de entidade|tipo de organização|natureza|forma jurídica",
        "it": "tipo|tipologia|tipo di ente|tipologia ente|forma giuridica|natura giuridica",
        "fr": "type|type d organisme|type d organisation|nature|forme juridique",
        "nl": "type|soort|type organisatie|soort organisatie|rechtsvorm",
        "cs": "typ|druh|typ organizace|druh organizace|právní forma",
        "fi": "tyyppi|laji|organisaatiotyyppi|yhtiömuoto",
        "de": "typ|art|art der organisation|organisationsform|rechtsform|art der einrichtung",
        "pl": "typ|rodzaj|typ organizacji|rodzaj instytucji|forma prawna",
    },
    "contact": {
        "en": ("contact|contact person|person in charge|representative|legal representative|responsible|manager name"),
        "es": "contacto|persona de contacto|responsable|representante|representante legal|interlocutor",
        "ro": "persoană de contact|persoana de contact|contact|reprezentant|reprezentant legal|responsabil",
        "pt": "pessoa de contacto|responsável|representante|contacto na entidade|representante legal",
        "it": (
            "referente|persona di contatto|contatto|responsabile|rappresentante legale|legale rappresentante|titolare"
        ),
        "fr": "contact|personne de contact|responsable|représentant|référent|interlocuteur|représentant légal",
        "nl": "contactpersoon|contact|verantwoordelijke|vertegenwoordiger",
        "cs": "kontaktní osoba|kontakt|zástupce|odpovědná osoba|jednatel",
        "fi": "yhteyshenkilö|kontaktihenkilö|edustaja|vastuuhenkilö",
        "de": "ansprechpartner|kontaktperson|kontakt|vertreter|verantwortlich|ansprechperson|ansprechpartnerin",
        "pl": "osoba kontaktowa|osoba do kontaktu|kontakt|przedstawiciel|reprezentant",
    },
    "tutor": {
        "en": "tutor|mentor|company tutor|in company trainer|supervisor|workplace tutor|company mentor",
        "es": "tutor|tutor de empresa|tutora|instructor|tutor laboral|tutor a de empresa",
        "ro": "tutore|tutore de practică|îndrumător|mentor",
        "pt": "tutor|tutor da empresa|orientador|monitor|supervisor",
        "it": "tutor|tutor aziendale|tutore|tutor azienda",
        "fr": "tuteur|maître d apprentissage|maître de stage|tuteur en entreprise",
        "nl": "praktijkbegeleider|stagebegeleider|mentor|praktijkopleider",
        "cs": "instruktor|vedoucí praxe|mentor|tutor",
        "fi": "työpaikkaohjaaja|ohjaaja|työpaikkakouluttaja",
        "de": "ausbilder|betreuer|praxisanleiter|ausbilderin|praktikumsbetreuer",
        "pl": "opiekun|opiekun praktyk|instruktor|mentor",
    },
    "roster_code": {
        "en": "code|student code|learner code|roster code|participant code|pseudonym",
        "es": "código|código de alumno|código alumno|cód|código participante",
        "ro": "cod|cod elev|codul elevului|cod participant",
        "pt": "código|código do aluno|código aluno|código do participante",
        "it": "codice|codice alunno|codice studente|codice partecipante|cod",
        "fr": "code|code élève|code apprenant|code participant",
        "nl": "code|leerlingcode|deelnemerscode|code leerling",
        "cs": "kód|kód žáka|kód studenta|kód účastníka",
        "fi": "koodi|opiskelijakoodi|osallistujakoodi",
        "de": "code|kennung|schülercode|teilnehmercode|kürzel",
        "pl": "kod ucznia|kod uczestnika|kod|kod studenta",
    },
    "group": {
        "en": "class|group|course|year group",
        "es": "clase|grupo|curso",
        "ro": "clasa|clasă|grupa|grupă",
        "pt": "turma|ano turma|grupo|ano",
        "it": "classe|gruppo|sezione",
        "fr": "classe|groupe|promotion",
        "nl": "klas|groep",
        "cs": "třída|skupina|ročník",
        "fi": "luokka|ryhmätunnus",
        "de": "klasse|gruppe|jahrgang",
        "pl": "klasa|grupa|oddział",
    },
    "gender": {
        "en": "gender|sex|m f",
        "es": "sexo|género|h m",
        "ro": "sex|gen|genul",
        "pt": "sexo|género",
        "it": "sesso|genere",
        "fr": "sexe|genre",
        "nl": "geslacht",
        "cs": "pohlaví",
        "fi": "sukupuoli",
        "de": "geschlecht",
        "pl": "płeć",
    },
    "birth": {
        "en": "date of birth|birth date|year of birth|birth year|born|dob",
        "es": "fecha de nacimiento|año de nacimiento|nacimiento",
        "ro": "data nașterii|anul nașterii",
        "pt": "data de nascimento|ano de nascimento",
        "it": "data di nascita|anno di nascita",
        "fr": "date de naissance|année de naissance",
        "nl": "geboortedatum|geboortejaar",
        "cs": "datum narození|rok narození",
        "fi": "syntymäaika|syntymävuosi|syntymäpäivä",
        "de": "geburtsdatum|geburtsjahr",
        "pl": "data urodzenia|rok urodzenia",
    },
    "language": {
        "en": "language|preferred language",
        "es": "idioma|lengua",
        "ro": "limba",
        "pt": "língua|idioma",
        "it": "lingua",
        "fr": "langue",
        "nl": "taal",
        "cs": "jazyk",
        "fi": "kieli|asiointikieli",
        "de": "sprache",
        "pl": "język",
    },
    "website": {
        "en": "website|web|url|homepage|web site|web page",
        "es": "página web|web|sitio web",
        "ro": "pagina web|site|site web",
        "pt": "página web|sítio web|site",
        "it": "sito|sito web|sito internet",
        "fr": "site web|site internet|site",
        "nl": "website|webpagina",
        "cs": "web|webové stránky|www",
        "fi": "verkkosivu|kotisivu|verkkosivut|www",
        "de": "webseite|website|homepage|internetseite",
        "pl": "strona www|strona internetowa|www",
    },
    "offers_places": {
        "en": ("offers placements|available for placements|takes trainees|available for internships|places offered"),
        "es": "acepta alumnos|disponible para prácticas|ofrece prácticas|acoge alumnado",
        "ro": "disponibil pentru practică|oferă locuri de practică|primește elevi",
        "pt": "disponível para estágios|aceita estagiários|acolhe estágios",
        "it": (
            "disponibile per tirocini|disponibile per stage|accoglie tirocinanti|disponibilità tirocini|"
            "disponibilità stage"
        ),
        "fr": "accueille des stagiaires|disponible pour stages|accepte des stagiaires",
        "nl": "stageplaatsen|neemt stagiairs|beschikbaar voor stage",
        "cs": "přijímá praktikanty|nabízí praxe|praxe možná",
        "fi": "ottaa harjoittelijoita|harjoittelupaikkoja",
        "de": "bietet praktika|praktikumsplätze|nimmt praktikanten",
        "pl": "przyjmuje praktykantów|oferuje praktyki|miejsca praktyk",
    },
    "local_or_foreign": {
        "en": "local foreign|local international|national international|local or foreign",
        "es": "local extranjero|local internacional|nacional extranjero|local o extranjero",
        "ro": "local străin|local internațional|național internațional",
        "pt": "local estrangeiro|local internacional|nacional estrangeiro",
        "it": "locale straniero|locale estero|nazionale internazionale|locale internazionale",
        "fr": "local étranger|national international|local international",
        "nl": "lokaal buitenlands|lokaal internationaal|binnenland buitenland",
        "cs": "místní zahraniční|domácí zahraniční|tuzemský zahraniční",
        "fi": "paikallinen ulkomainen|kotimainen ulkomainen",
        "de": "lokal international|inland ausland|lokal ausländisch",
        "pl": "lokalny zagraniczny|krajowy zagraniczny|lokalny międzynarodowy",
    },
    "mode": {
        "en": "mode|attendance mode|on site or online|on site online",
        "es": "modalidad|presencial online|presencial virtual",
        "ro": "modalitate|fizic online",
        "pt": "modalidade|presencial online",
        "it": "modalità|presenza online",
        "fr": "modalité|présentiel distanciel",
        "nl": "deelnamevorm|fysiek online",
        "cs": "forma účasti|prezenčně online",
        "fi": "osallistumistapa|lähi etä",
        "de": "teilnahmeform|präsenz online",
        "pl": "forma udziału|stacjonarnie online",
    },
    "remarks": {
        "en": "remarks|notes|comments|note|comment|observations",
        "es": "observaciones|notas|comentarios",
        "ro": "observații|note|mențiuni",
        "pt": "observações|notas|comentários",
        "it": "note|osservazioni|annotazioni|commenti",
        "fr": "remarques|observations|commentaires|notes",
        "nl": "opmerkingen|notities|opmerking",
        "cs": "poznámka|poznámky",
        "fi": "huomautukset|huomiot|lisätiedot|huom",
        "de": "bemerkungen|anmerkungen|notizen|hinweise|bemerkung",
        "pl": "uwagi|notatki|komentarz",
    },
    # Numbers of the state for a person: recognised in order to leave them out.
    "identity_number": {
        "en": (
            "id number|passport|identity card|national id|social security number|id card number|passport number|id card"
        ),
        "es": "dni|nie|nif|dni nie|pasaporte|nuss|dni nif|nif nie|d n i|nº ss|documento de identidad",
        "ro": "cnp|serie buletin|ci|serie și număr ci|cod numeric personal|carte de identitate",
        "pt": "cc|bi|cartão de cidadão|nif|nº cc|niss|número de identificação",
        "it": "codice fiscale|cf|c f|carta d identità|cod fiscale|documento",
        "fr": "numéro de sécurité sociale|cni|passeport|n de sécurité sociale|numéro d identité",
        "nl": "bsn|rijksregisternummer|paspoort|burgerservicenummer|insz",
        "cs": "rodné číslo|rč|číslo op|občanský průkaz|číslo pasu",
        "fi": "henkilötunnus|hetu|passi|sosiaaliturvatunnus",
        "de": "personalausweis|ausweisnummer|sozialversicherungsnummer|pass|passnummer|steuer id",
        "pl": "pesel|dowód osobisty|nr dowodu|paszport|seria i numer dowodu",
    },
}
