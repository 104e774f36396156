"""Questions and answers in nine languages, all our own wording: SECTIONS[language] is a list of (title, questions), a
question is (text, answer, choice: y n p a (yes, no, partly, not applicable), evidence)."""

WORDS = {
    "nb": dict(y="Ja", n="Nei", p="Delvis", a="Ikke aktuelt"), "nn": dict(y="Ja", n="Nei", p="Delvis", a="Ikkje aktuelt"),
    "sv": dict(y="Ja", n="Nej", p="Delvis", a="Ej tillämpligt"), "da": dict(y="Ja", n="Nej", p="Delvist", a="Ikke relevant"),
    "fi": dict(y="Kyllä", n="Ei", p="Osittain", a="Ei sovellu"), "en": dict(y="Yes", n="No", p="Partially", a="N/A"),
    "de": dict(y="Ja", n="Nein", p="Teilweise", a="Nicht zutreffend"), "fr": dict(y="Oui", n="Non", p="Partiellement", a="Sans objet"),
    "ja": dict(y="はい", n="いいえ", p="一部", a="該当なし"),
}

SECTIONS = {
    "nb": [
        ("Styring", [
            ("Hvem har det øverste ansvaret for informasjonssikkerheten hos dere?", "Daglig leder, med en sikkerhetsleder som rapporterer dit hver måned.", "y", "Vedlegg 1 Rollekart"),
            ("Leverandøren skal ha en sikkerhetspolicy som er vedtatt av ledelsen.", "Vedtatt i mars 2026 og gjennomgås hvert år.", "y", "Vedlegg 2"),
            ("Beskriv hvordan risiko vurderes før nye funksjoner settes i drift.", "Produkteier fyller ut en risikovurdering i saken. Høy risiko må godkjennes av sikkerhetsleder.", "p", ""),
            ("Har dere hatt revisjon av en uavhengig part siste tolv måneder?", "Nei, neste er planlagt til våren.", "n", "")]),
        ("Tilgang", [
            ("Løsningen skal støtte pålogging med to faktorer for alle brukere.", "Støttes for alle, og er påkrevd for administratorer.", "p", "Brukerhåndbok s. 14"),
            ("Hvordan fjernes tilganger når en ansatt slutter?", "Kontoen sperres samme dag gjennom HR-systemet.", "y", ""),
            ("Hvor ofte kontrolleres hvem som har utvidede rettigheter?", "Hvert kvartal", "y", "Rutine R-07"),
            ("Bruker driftspersonell delte kontoer?", "Nei", "n", "")]),
        ("Drift", [
            ("Hvor lagres kundens data, og i hvilket land ligger sikkerhetskopien?", "Oslo. Kopien ligger i Trondheim.", "y", ""),
            ("Leverandøren skal teste gjenoppretting av sikkerhetskopier minst hvert år.", "Testes i januar og august.", "y", "Testrapport august 2026"),
            ("Oppgi lengste tillatte nedetid og hvor mye data som kan gå tapt.", "4 timer / 15 minutter", "y", ""),
            ("Er kundens data skilt fra andre kunders data?", "Egen database for hver kunde.", "y", "")]),
        ("Personvern", [
            ("Behandles personopplysninger utenfor EØS?", "Nei, heller ikke av underleverandører.", "n", ""),
            ("List opp alle underleverandører som får tilgang til personopplysninger.", "Fjellheim Drift AS\nKystpost Varsling AS", "y", "Vedlegg 5"),
            ("Innen hvor mange timer varsles kunden om et brudd?", "24 timer", "y", ""),
            ("Slettes alle data senest 30 dager etter at avtalen er slutt?", "Ja, slettebekreftelse sendes.", "y", "Mal for slettebekreftelse")]),
    ],
    "nn": [
        ("Opplæring og roller", [
            ("Korleis får nytilsette opplæring i informasjonstryggleik?", "E-kurs den første veka, deretter kvart år.", "y", "Kursplan"),
            ("Kven hos leverandøren svarar på spørsmål om personvern?", "Personvernombodet, personvern@example.no", "y", ""),
            ("Har alle tilsette skrive under teieplikt?", "Ja", "y", "")]),
        ("Teknisk tryggleik", [
            ("Skildra korleis data er krypterte når dei blir lagra.", "AES-256 på disk. Nøklane ligg i ein eigen nøkkelteneste.", "y", ""),
            ("Kor lenge blir loggar tekne vare på?", "Seks månader", "y", ""),
            ("Er det mogleg å hente ut alle data i eit ope format?", "Berre delar av dei, som CSV.", "p", "Sjå vedlegg B")]),
        ("Hendingar", [
            ("Korleis blir kunden varsla om avvik?", "På e-post og telefon innan eitt døgn.", "y", ""),
            ("Er beredskapsplanen øvd på det siste året?", "Nei, øving er planlagd i februar.", "n", ""),
            ("Kor raskt skal kritiske sårbarheiter rettast?", "Innan 72 timar.", "y", "Rutine for sårbarheiter")]),
    ],
    "sv": [
        ("Organisation", [
            ("Leverantören ska ha en utsedd ansvarig för informationssäkerhet.", "Säkerhetschefen, som ingår i ledningsgruppen.", "y", "Bilaga 1"),
            ("Beskriv hur personalen utbildas i säkerhet.", "Webbkurs vid anställning och därefter en gång per år.", "y", ""),
            ("Finns ett ledningssystem som är certifierat?", "Arbetet pågår, certifiering väntas 2027.", "n", ""),
            ("Hur kontrolleras bakgrunden på nya medarbetare?", "Identitet, betyg och två referenser.", "p", "")]),
        ("Åtkomst", [
            ("Tjänsten ska kunna kopplas till beställarens katalog med SAML eller OIDC.", "Båda stöds.", "y", "Teknisk beskrivning kap. 4"),
            ("Hur ofta ses behörigheter över?", "Två gånger om året", "y", ""),
            ("Används stark autentisering för all administration?", "Ja, med hårdvarunycklar.", "y", ""),
            ("Loggas läsning av personuppgifter?", "Endast i journalmodulen.", "p", "")]),
        ("Kontinuitet", [
            ("Ange hur snabbt tjänsten kan återställas efter ett avbrott.", "Inom åtta timmar", "y", ""),
            ("Säkerhetskopior ska förvaras åtskilda från driftmiljön.", "Kopior lagras i en annan hall i Luleå.", "y", "Bilaga 4"),
            ("När övades kontinuitetsplanen senast?", "Den 14 maj 2026.", "y", "Övningsrapport"),
            ("Har tjänsten funktioner som kräver internet hos patienten?", "Nej.", "a", "")]),
        ("Personuppgifter", [
            ("Var behandlas personuppgifterna geografiskt?", "I Sverige och Finland.", "y", ""),
            ("Överförs uppgifter till tredje land?", "Nej", "n", ""),
            ("Beskriv hur registrerades begäran om rättelse hanteras.", "Beställaren gör det själv i gränssnittet; support hjälper vid behov.", "y", ""),
            ("Leverantören ska radera uppgifter inom 60 dagar efter avtalets slut.", "30 dagar", "y", "Avtalsmall § 9")]),
    ],
    "da": [
        ("Ledelse og politik", [
            ("Leverandøren skal have en ajourført informationssikkerhedspolitik.", "Politikken er godkendt af direktionen i april.", "y", "Bilag A"),
            ("Hvordan følges der op på sikkerhedshændelser?", "Hver hændelse gennemgås inden for fem dage.", "y", ""),
            ("Er der udpeget en databeskyttelsesrådgiver?", "Ja, ekstern rådgiver.", "y", ""),
            ("Foretages der baggrundstjek af medarbejdere?", "Kun af driftspersonale.", "p", "")]),
        ("Drift og adgang", [
            ("Beskriv hvordan adgang til produktion tildeles.", "Efter godkendelse fra driftschefen, tidsbegrænset til otte timer.", "y", "Procedure P-12"),
            ("Er data krypteret under transport?", "TLS 1.2 eller nyere.", "y", ""),
            ("Hvor tit testes genskabelse fra backup?", "Hvert halve år", "y", "Testrapport"),
            ("Løsningen skal kunne logge alle opslag på borgere.", "Logges og opbevares i seks måneder.", "y", "")]),
        ("Underleverandører", [
            ("Hvilke underdatabehandlere anvendes?", "Nordhavn Hosting ApS\nBælt Mail ApS", "y", "Bilag D"),
            ("Sker der overførsel til lande uden for EU?", "Nej", "n", ""),
            ("Hvordan fører leverandøren tilsyn med underleverandører?", "Årlig gennemgang af revisionserklæring.", "y", "ISAE 3000, 2026"),
            ("Kan ordregiver få udleveret kildekoden ved konkurs?", "Deponeret hos tredjepart.", "y", "")]),
    ],
    "fi": [
        ("Hallinta", [
            ("Toimittajalla on oltava nimetty tietoturvavastaava.", "Nimetty, raportoi toimitusjohtajalle.", "y", "Liite 1"),
            ("Miten henkilöstö koulutetaan tietosuojaan?", "Verkkokurssi vuosittain.", "y", ""),
            ("Onko toiminta auditoitu viimeisen vuoden aikana?", "Auditointi on tilattu keväälle.", "n", ""),
            ("Kuvatkaa riskienhallinnan prosessi.", "Riskit arvioidaan neljännesvuosittain ja viedään johtoryhmälle.", "y", "")]),
        ("Tekninen suojaus", [
            ("Palvelussa on tuettava monivaiheista tunnistautumista.", "Tuetaan kaikille käyttäjille.", "y", "Käyttöohje"),
            ("Missä asiakkaan tiedot sijaitsevat?", "Helsingissä ja Oulussa.", "y", ""),
            ("Kuinka usein varmuuskopioiden palautusta testataan?", "Kerran vuodessa", "p", ""),
            ("Säilytetäänkö lokit vähintään kuusi kuukautta?", "Kyllä, kaksitoista kuukautta.", "y", "")]),
        ("Henkilötiedot", [
            ("Siirretäänkö tietoja EU:n ulkopuolelle?", "Ei siirretä.", "n", ""),
            ("Luetelkaa alihankkijat, jotka käsittelevät henkilötietoja.", "Saaristo Palvelut Oy", "y", "Liite 3"),
            ("Missä ajassa tietoturvaloukkauksesta ilmoitetaan?", "24 tunnissa", "y", ""),
            ("Miten tiedot palautetaan sopimuksen päättyessä?", "JSON-muodossa 14 päivän kuluessa.", "y", "")]),
    ],
    "en": [
        ("Governance", [
            ("Do you maintain an information security programme approved by management?", "Approved by the board in February 2026.", "y", "POL-01 Security policy"),
            ("Who is accountable for privacy in your organisation?", "The data protection officer, reporting to the CEO.", "y", ""),
            ("Describe how security risks are identified and treated.", "A workshop every quarter; the register is reviewed by management.", "y", "Risk procedure v3"),
            ("Has an external audit been completed in the last year?", "Planned for the third quarter.", "n", "")]),
        ("People", [
            ("The supplier shall train all staff in security at least annually.", "Online course each January, 98 % completed.", "y", "Training record 2026"),
            ("Are contractors bound by the same confidentiality duties as employees?", "Same clause in every contract.", "y", ""),
            ("Explain what happens when an employee leaves.", "Accounts are closed on the last working day and devices are returned.", "y", ""),
            ("Is privileged work supervised?", "Session recording is used for database access only.", "p", "")]),
        ("Access", [
            ("Is multi-factor authentication enforced for administrators?", "Hardware keys for everyone with production access.", "y", "Screenshot A-3"),
            ("How are customer accounts provisioned and removed?", "SCIM 2.0 or manually in the portal.", "y", ""),
            ("Passwords must be stored as salted hashes.", "Argon2id.", "y", ""),
            ("Are shared accounts in use?", "None.", "n", "")]),
        ("Resilience", [
            ("State your recovery time and recovery point objectives.", "RTO 6 hours, RPO 1 hour", "y", "BCP summary"),
            ("How often are restores tested?", "Twice a year", "y", "Restore report May 2026"),
            ("Where are backups kept?", "Second site in Cork, encrypted.", "y", ""),
            ("Does the service depend on a single data centre?", "Failover within 30 minutes to the second site.", "n", "")]),
        ("Data protection", [
            ("List every sub-processor with its country.", "Harbour Hosting Ltd, Ireland\nQuickmail GmbH, Germany", "y", "Annex 4"),
            ("Is personal data transferred outside the EEA?", "No transfers take place.", "n", ""),
            ("Within how many hours will you notify us of a breach?", "36 hours", "y", ""),
            ("Can data be exported in an open format at the end of the contract?", "CSV and JSON through the API.", "y", "API guide")]),
    ],
    "de": [
        ("Organisation", [
            ("Der Auftragnehmer muss einen Datenschutzbeauftragten benannt haben.", "Extern bestellt seit 2024.", "y", "Anlage 1"),
            ("Wie werden Mitarbeitende zum Datenschutz geschult?", "Jährliche Online-Schulung mit Test.", "y", ""),
            ("Liegt ein gültiges Zertifikat für das Managementsystem vor?", "Zertifizierung läuft, Abschluss im Herbst.", "n", "")]),
        ("Betrieb", [
            ("Beschreiben Sie das Verfahren zur Datensicherung.", "Tägliche Sicherung, monatlicher Rücksicherungstest.", "y", "Betriebshandbuch Kap. 6"),
            ("In welchen Ländern werden die Daten gespeichert?", "Deutschland und Österreich", "y", ""),
            ("Wird der Zugriff von Administratoren protokolliert?", "Vollständig, Aufbewahrung 180 Tage.", "y", "")]),
        ("Vorfälle", [
            ("Innerhalb welcher Frist melden Sie Sicherheitsvorfälle?", "24 Stunden nach Kenntnis", "y", ""),
            ("Gibt es eine Bereitschaft außerhalb der Geschäftszeiten?", "Nur an Werktagen bis 22 Uhr.", "p", ""),
            ("Wie werden Schwachstellen eingestuft und behoben?", "Nach CVSS; kritische innerhalb von sieben Tagen.", "y", "Richtlinie SW-3")]),
    ],
    "fr": [
        ("Gouvernance", [
            ("Le titulaire doit désigner un responsable de la sécurité.", "Désigné depuis 2023, rattaché à la direction.", "y", "Annexe 1"),
            ("Comment le personnel est-il formé à la protection des données ?", "Module en ligne à l’arrivée puis chaque année.", "y", ""),
            ("Un audit externe a-t-il eu lieu cette année ?", "Prévu en décembre.", "n", "")]),
        ("Exploitation", [
            ("Dans quel pays les données sont-elles hébergées ?", "En France, près de Lille.", "y", ""),
            ("Décrivez la procédure de sauvegarde et de restauration.", "Sauvegarde quotidienne, restauration testée chaque trimestre.", "y", "Rapport de test"),
            ("Les journaux sont-ils conservés au moins six mois ?", "Douze mois pour les accès, trois pour le reste.", "p", "")]),
        ("Incidents", [
            ("Sous quel délai le client est-il informé d’une violation ?", "Sous 24 heures", "y", ""),
            ("Faites-vous appel à des sous-traitants hors de l’Union européenne ?", "Aucun.", "n", ""),
            ("Comment les données sont-elles restituées en fin de contrat ?", "Export CSV puis effacement certifié.", "y", "Modèle d’attestation")]),
    ],
    "ja": [
        ("体制", [
            ("情報セキュリティの責任者を定めていますか。", "管理本部長が責任者です。", "y", "体制図"),
            ("従業員への教育を年一回以上実施していますか。", "毎年四月に全員が受講します。", "y", ""),
            ("外部監査を受けていますか。", "来年度に予定しています。", "n", "")]),
        ("運用", [
            ("顧客データの保管場所を記載してください。", "東京と大阪のデータセンター", "y", ""),
            ("バックアップからの復元試験を行っていますか。", "半年ごとに実施", "y", "試験報告書"),
            ("管理者の操作は記録されますか。", "データベースのみ記録します。", "p", "")]),
        ("事故対応", [
            ("漏えいが起きた場合、何時間以内に連絡しますか。", "24時間以内", "y", ""),
            ("再委託先はありますか。", "ありません。", "n", ""),
            ("契約終了後のデータ削除の方法を説明してください。", "三十日以内に消去し証明書を発行します。", "y", "消去証明書の見本")]),
    ],
}


class Item:
    """A question as it stands in a form."""

    def __init__(self, language, section, index, place, entry):
        self.section, self.group, self.place = section, index, place  # group and place count from 1
        self.question, self.answer, kind, self.evidence = entry
        self.kind = kind
        self.choice = WORDS[language][kind]
        self.id = f"{index}.{place}"


def items(language, sections=None, each=None):
    """The questions of a language; `sections` picks some by number from 0, `each` the first ones of each."""
    chosen = SECTIONS[language] if sections is None else [SECTIONS[language][n] for n in sections]
    return [Item(language, title, at, place, entry) for at, (title, entries) in enumerate(chosen, 1)
            for place, entry in enumerate(entries[:each], 1)]
