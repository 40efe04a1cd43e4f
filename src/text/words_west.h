/* The boilerplate in languages of the west of Europe; words_table.h says how to read it.
 * Only that includes it. */
#pragma once

#define WORDS_FR(X, L)                                                                             \
    X(L, WORD_INFORMATION, IN_USE, "Informations pour les patients")                               \
    X(L, WORD_NOTE, IN_USE, "À noter")                                                             \
    X(L, WORD_TIP, IN_USE, "Conseil")                                                              \
    X(L, WORD_IMPORTANT, DOCBOOK, "Important")                                                     \
    X(L, WORD_WARNING, DOCBOOK, "Avertissement")                                                   \
    X(L, WORD_CAUTION, DOCBOOK, "Attention")                                                       \
    X(L, WORD_EMERGENCY, IN_USE, "Urgence vitale")                                                 \
    X(L, WORD_URGENT, IN_USE, "Urgent")                                                            \
    X(L, WORD_ROUTINE, IN_USE, "Non urgent")                                                       \
    X(L, WORD_DO, IN_USE, "À faire")                                                               \
    X(L, WORD_DONT, IN_USE, "À ne pas faire")                                                      \
    X(L, WORD_CONTACT, IN_USE, "Nous contacter")                                                   \
    X(L, WORD_PHONE, IN_USE, "Téléphone")                                                          \
    X(L, WORD_HOURS, IN_USE, "Horaires d’ouverture")                                               \
    X(L, WORD_EMAIL, IN_USE, "E-mail")                                                             \
    X(L, WORD_WEB, IN_USE, "Site web")                                                             \
    X(L, WORD_ADDRESS, IN_USE, "Adresse")                                                          \
    X(L, WORD_ABOUT, IN_USE, "À propos de cette brochure")                                         \
    X(L, WORD_WRITTEN_BY, IN_USE, "Rédaction")                                                     \
    X(L, WORD_CHECKED_BY, IN_USE, "Vérification")                                                  \
    X(L, WORD_OWNER, IN_USE, "Responsable")                                                        \
    X(L, WORD_REFERENCE, IN_USE, "Référence")                                                      \
    X(L, WORD_VERSION, IN_USE, "version" NBSP "{1}")                                               \
    X(L, WORD_PUBLISHED, IN_USE, "Publication")                                                    \
    X(L, WORD_REVIEWED, IN_USE, "Dernière révision")                                               \
    X(L, WORD_NEXT_REVIEW, IN_USE, "Prochaine révision")                                           \
    X(L, WORD_SOURCES, IN_USE, "Sources")                                                          \
    X(L, WORD_AUDIENCE, IN_USE, "Pour")                                                            \
    X(L, WORD_DRAFT, DOCBOOK, "Brouillon")                                                         \
    X(L, WORD_PAGE, IN_USE, "Page {1} sur {2}")                                                    \
    X(L, WORD_FOOT_LEAFLET, IN_USE, "Brochure {1}")                                                \
    X(L, WORD_FOOT_REVIEW, IN_USE, "prochaine révision" NBSP ": {1}")                              \
    X(L, WORD_WEB_ADDRESSES, IN_USE, "Adresses web")                                               \
    X(L, WORD_LINKS, IN_USE, "Liens")                                                              \
    X(L, WORD_TABLE, DOCBOOK, "Tableau" NBSP "{1}. {2}")                                           \
    X(L, WORD_TABLE_CONTINUED, IN_USE, "{1} (suite)")                                              \
    X(L, WORD_FOOTNOTE, IN_USE, "Note" NBSP "{1}")                                                 \
    X(L, WORD_BACK, IN_USE, "Retour au texte")                                                     \
    X(L, WORD_QR, IN_USE, "Code QR qui ouvre {1}")                                                 \
    X(L, WORD_QR_USE, IN_USE, "Lisez cette brochure sur votre téléphone")                          \
    X(L, WORD_LANGUAGES, IN_USE, "Cette brochure dans d’autres langues")                           \
    X(L, WORD_CONTENTS, IN_USE, "Sommaire")                                                        \
    X(L, WORD_COVER, IN_USE, "Couverture")                                                         \
    X(L, WORD_PAGES, IN_USE, "Pages")                                                              \
    X(L, WORD_TASK_OPEN, IN_USE, "À faire")                                                        \
    X(L, WORD_TASK_DONE, IN_USE, "Fait")

#define WORDS_ES(X, L)                                                                             \
    X(L, WORD_INFORMATION, IN_USE, "Información para pacientes")                                   \
    X(L, WORD_NOTE, DOCBOOK, "Nota")                                                               \
    X(L, WORD_TIP, IN_USE, "Consejo")                                                              \
    X(L, WORD_IMPORTANT, DOCBOOK, "Importante")                                                    \
    X(L, WORD_WARNING, SPHINX, "Advertencia")                                                      \
    X(L, WORD_CAUTION, IN_USE, "Precaución")                                                       \
    X(L, WORD_EMERGENCY, IN_USE, "Emergencia")                                                     \
    X(L, WORD_URGENT, IN_USE, "Urgente")                                                           \
    X(L, WORD_ROUTINE, IN_USE, "No urgente")                                                       \
    X(L, WORD_DO, IN_USE, "Qué hacer")                                                             \
    X(L, WORD_DONT, IN_USE, "Qué no hacer")                                                        \
    X(L, WORD_CONTACT, IN_USE, "Contacte con nosotros")                                            \
    X(L, WORD_PHONE, IN_USE, "Teléfono")                                                           \
    X(L, WORD_HOURS, IN_USE, "Horario de atención")                                                \
    X(L, WORD_EMAIL, IN_USE, "Correo electrónico")                                                 \
    X(L, WORD_WEB, IN_USE, "Sitio web")                                                            \
    X(L, WORD_ADDRESS, IN_USE, "Dirección")                                                        \
    X(L, WORD_ABOUT, IN_USE, "Acerca de este folleto")                                             \
    X(L, WORD_WRITTEN_BY, IN_USE, "Escrito por")                                                   \
    X(L, WORD_CHECKED_BY, IN_USE, "Revisado por")                                                  \
    X(L, WORD_OWNER, IN_USE, "Responsable")                                                        \
    X(L, WORD_REFERENCE, IN_USE, "Referencia")                                                     \
    X(L, WORD_VERSION, IN_USE, "versión {1}")                                                      \
    X(L, WORD_PUBLISHED, IN_USE, "Publicación")                                                    \
    X(L, WORD_REVIEWED, IN_USE, "Última revisión")                                                 \
    X(L, WORD_NEXT_REVIEW, IN_USE, "Próxima revisión")                                             \
    X(L, WORD_SOURCES, IN_USE, "Fuentes")                                                          \
    X(L, WORD_AUDIENCE, IN_USE, "Para")                                                            \
    X(L, WORD_DRAFT, DOCBOOK, "Borrador")                                                          \
    X(L, WORD_PAGE, IN_USE, "Página {1} de {2}")                                                   \
    X(L, WORD_FOOT_LEAFLET, IN_USE, "Folleto {1}")                                                 \
    X(L, WORD_FOOT_REVIEW, IN_USE, "próxima revisión: {1}")                                        \
    X(L, WORD_WEB_ADDRESSES, IN_USE, "Direcciones web")                                            \
    X(L, WORD_LINKS, IN_USE, "Enlaces")                                                            \
    X(L, WORD_TABLE, DOCBOOK, "Tabla {1}. {2}")                                                    \
    X(L, WORD_TABLE_CONTINUED, IN_USE, "{1} (continuación)")                                       \
    X(L, WORD_FOOTNOTE, IN_USE, "Nota {1}")                                                        \
    X(L, WORD_BACK, IN_USE, "Volver al texto")                                                     \
    X(L, WORD_QR, IN_USE, "Código QR que abre {1}")                                                \
    X(L, WORD_QR_USE, IN_USE, "Lea este folleto en su teléfono")                                   \
    X(L, WORD_LANGUAGES, IN_USE, "Este folleto en otros idiomas")                                  \
    X(L, WORD_CONTENTS, IN_USE, "Índice")                                                          \
    X(L, WORD_COVER, IN_USE, "Portada")                                                            \
    X(L, WORD_PAGES, IN_USE, "Páginas")                                                            \
    X(L, WORD_TASK_OPEN, IN_USE, "Pendiente")                                                      \
    X(L, WORD_TASK_DONE, IN_USE, "Hecho")

#define WORDS_DE(X, L)                                                                             \
    X(L, WORD_INFORMATION, IN_USE, "Patienteninformation")                                         \
    X(L, WORD_NOTE, IN_USE, "Hinweis")                                                             \
    X(L, WORD_TIP, DOCBOOK, "Tipp")                                                                \
    X(L, WORD_IMPORTANT, DOCBOOK, "Wichtig")                                                       \
    X(L, WORD_WARNING, DOCBOOK, "Warnung")                                                         \
    X(L, WORD_CAUTION, SPHINX, "Vorsicht")                                                         \
    X(L, WORD_EMERGENCY, IN_USE, "Notfall")                                                        \
    X(L, WORD_URGENT, IN_USE, "Dringend")                                                          \
    X(L, WORD_ROUTINE, IN_USE, "Nicht dringend")                                                   \
    X(L, WORD_DO, IN_USE, "Das sollen Sie tun")                                                    \
    X(L, WORD_DONT, IN_USE, "Das sollen Sie nicht tun")                                            \
    X(L, WORD_CONTACT, IN_USE, "So erreichen Sie uns")                                             \
    X(L, WORD_PHONE, IN_USE, "Telefon")                                                            \
    X(L, WORD_HOURS, IN_USE, "Öffnungszeiten")                                                     \
    X(L, WORD_EMAIL, IN_USE, "E-Mail")                                                             \
    X(L, WORD_WEB, IN_USE, "Website")                                                              \
    X(L, WORD_ADDRESS, IN_USE, "Adresse")                                                          \
    X(L, WORD_ABOUT, IN_USE, "Über dieses Merkblatt")                                              \
    X(L, WORD_WRITTEN_BY, IN_USE, "Verfasst von")                                                  \
    X(L, WORD_CHECKED_BY, IN_USE, "Geprüft von")                                                   \
    X(L, WORD_OWNER, IN_USE, "Verantwortlich")                                                     \
    X(L, WORD_REFERENCE, IN_USE, "Referenz")                                                       \
    X(L, WORD_VERSION, IN_USE, "Version {1}")                                                      \
    X(L, WORD_PUBLISHED, IN_USE, "Veröffentlicht")                                                 \
    X(L, WORD_REVIEWED, IN_USE, "Zuletzt geprüft")                                                 \
    X(L, WORD_NEXT_REVIEW, IN_USE, "Nächste Prüfung")                                              \
    X(L, WORD_SOURCES, IN_USE, "Quellen")                                                          \
    X(L, WORD_AUDIENCE, IN_USE, "Zielgruppe")                                                      \
    X(L, WORD_DRAFT, DOCBOOK, "Entwurf")                                                           \
    X(L, WORD_PAGE, IN_USE, "Seite {1} von {2}")                                                   \
    X(L, WORD_FOOT_LEAFLET, IN_USE, "Merkblatt {1}")                                               \
    X(L, WORD_FOOT_REVIEW, IN_USE, "nächste Prüfung: {1}")                                         \
    X(L, WORD_WEB_ADDRESSES, IN_USE, "Webadressen")                                                \
    X(L, WORD_LINKS, IN_USE, "Links")                                                              \
    X(L, WORD_TABLE, DOCBOOK, "Tabelle {1}. {2}")                                                  \
    X(L, WORD_TABLE_CONTINUED, IN_USE, "{1} (Fortsetzung)")                                        \
    X(L, WORD_FOOTNOTE, IN_USE, "Fußnote {1}")                                                     \
    X(L, WORD_BACK, IN_USE, "Zurück zum Text")                                                     \
    X(L, WORD_QR, IN_USE, "QR-Code, der {1} öffnet")                                               \
    X(L, WORD_QR_USE, IN_USE, "Lesen Sie dieses Merkblatt auf Ihrem Telefon")                      \
    X(L, WORD_LANGUAGES, IN_USE, "Dieses Merkblatt in anderen Sprachen")                           \
    X(L, WORD_CONTENTS, SPHINX, "Inhalt")                                                          \
    X(L, WORD_COVER, IN_USE, "Titelseite")                                                         \
    X(L, WORD_PAGES, IN_USE, "Seiten")                                                             \
    X(L, WORD_TASK_OPEN, IN_USE, "Zu erledigen")                                                   \
    X(L, WORD_TASK_DONE, IN_USE, "Erledigt")

#define WORDS_IT(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "Informazioni per i pazienti")                              \
    X(L, WORD_NOTE, DOCBOOK, "Nota")                                                               \
    X(L, WORD_TIP, DOCBOOK, "Suggerimento")                                                        \
    X(L, WORD_IMPORTANT, DOCBOOK, "Importante")                                                    \
    X(L, WORD_WARNING, DOCBOOK, "Avvertimento")                                                    \
    X(L, WORD_CAUTION, DOCBOOK, "Attenzione")                                                      \
    X(L, WORD_EMERGENCY, UNREVIEWED, "Emergenza")                                                  \
    X(L, WORD_URGENT, UNREVIEWED, "Urgente")                                                       \
    X(L, WORD_ROUTINE, UNREVIEWED, "Non urgente")                                                  \
    X(L, WORD_DO, UNREVIEWED, "Cosa fare")                                                         \
    X(L, WORD_DONT, UNREVIEWED, "Cosa non fare")                                                   \
    X(L, WORD_CONTACT, UNREVIEWED, "Contatti")                                                     \
    X(L, WORD_PHONE, UNREVIEWED, "Telefono")                                                       \
    X(L, WORD_HOURS, UNREVIEWED, "Orari")                                                          \
    X(L, WORD_EMAIL, UNREVIEWED, "E-mail")                                                         \
    X(L, WORD_WEB, UNREVIEWED, "Sito web")                                                         \
    X(L, WORD_ADDRESS, UNREVIEWED, "Indirizzo")                                                    \
    X(L, WORD_ABOUT, UNREVIEWED, "Informazioni su questo opuscolo")                                \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "Testi")                                                     \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "Verifica")                                                  \
    X(L, WORD_OWNER, UNREVIEWED, "Responsabile")                                                   \
    X(L, WORD_REFERENCE, UNREVIEWED, "Riferimento")                                                \
    X(L, WORD_VERSION, UNREVIEWED, "versione {1}")                                                 \
    X(L, WORD_PUBLISHED, UNREVIEWED, "Pubblicazione")                                              \
    X(L, WORD_REVIEWED, UNREVIEWED, "Ultima revisione")                                            \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "Prossima revisione")                                       \
    X(L, WORD_SOURCES, UNREVIEWED, "Fonti")                                                        \
    X(L, WORD_AUDIENCE, UNREVIEWED, "Destinatari")                                                 \
    X(L, WORD_DRAFT, DOCBOOK, "Bozza")                                                             \
    X(L, WORD_PAGE, UNREVIEWED, "Pagina {1} di {2}")                                               \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "Opuscolo {1}")                                            \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "prossima revisione: {1}")                                  \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "Indirizzi web")                                          \
    X(L, WORD_LINKS, UNREVIEWED, "Link")                                                           \
    X(L, WORD_TABLE, DOCBOOK, "Tabella {1}. {2}")                                                  \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (continua)")                                       \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "Nota {1}")                                                    \
    X(L, WORD_BACK, UNREVIEWED, "Torna al testo")                                                  \
    X(L, WORD_QR, UNREVIEWED, "Codice QR che apre {1}")                                            \
    X(L, WORD_QR_USE, UNREVIEWED, "Legga questo opuscolo sul telefono")                            \
    X(L, WORD_LANGUAGES, UNREVIEWED, "Questo opuscolo in altre lingue")                            \
    X(L, WORD_CONTENTS, DOCBOOK, "Indice")                                                         \
    X(L, WORD_COVER, UNREVIEWED, "Copertina")                                                      \
    X(L, WORD_PAGES, UNREVIEWED, "Pagine")                                                         \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "Da fare")                                                    \
    X(L, WORD_TASK_DONE, UNREVIEWED, "Fatto")

#define WORDS_PT(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "Informação para doentes")                                  \
    X(L, WORD_NOTE, DOCBOOK, "Nota")                                                               \
    X(L, WORD_TIP, UNREVIEWED, "Sugestão")                                                         \
    X(L, WORD_IMPORTANT, DOCBOOK, "Importante")                                                    \
    X(L, WORD_WARNING, UNREVIEWED, "Aviso")                                                        \
    X(L, WORD_CAUTION, DOCBOOK, "Cuidado")                                                         \
    X(L, WORD_EMERGENCY, UNREVIEWED, "Emergência")                                                 \
    X(L, WORD_URGENT, UNREVIEWED, "Urgente")                                                       \
    X(L, WORD_ROUTINE, UNREVIEWED, "Não urgente")                                                  \
    X(L, WORD_DO, UNREVIEWED, "O que fazer")                                                       \
    X(L, WORD_DONT, UNREVIEWED, "O que não fazer")                                                 \
    X(L, WORD_CONTACT, UNREVIEWED, "Contacte-nos")                                                 \
    X(L, WORD_PHONE, UNREVIEWED, "Telefone")                                                       \
    X(L, WORD_HOURS, UNREVIEWED, "Horário")                                                        \
    X(L, WORD_EMAIL, UNREVIEWED, "E-mail")                                                         \
    X(L, WORD_WEB, UNREVIEWED, "Site")                                                             \
    X(L, WORD_ADDRESS, UNREVIEWED, "Morada")                                                       \
    X(L, WORD_ABOUT, UNREVIEWED, "Sobre este folheto")                                             \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "Redação")                                                   \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "Verificação")                                               \
    X(L, WORD_OWNER, UNREVIEWED, "Responsável")                                                    \
    X(L, WORD_REFERENCE, UNREVIEWED, "Referência")                                                 \
    X(L, WORD_VERSION, UNREVIEWED, "versão {1}")                                                   \
    X(L, WORD_PUBLISHED, UNREVIEWED, "Publicação")                                                 \
    X(L, WORD_REVIEWED, UNREVIEWED, "Última revisão")                                              \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "Próxima revisão")                                          \
    X(L, WORD_SOURCES, UNREVIEWED, "Fontes")                                                       \
    X(L, WORD_AUDIENCE, UNREVIEWED, "Destinatários")                                               \
    X(L, WORD_DRAFT, DOCBOOK, "Rascunho")                                                          \
    X(L, WORD_PAGE, UNREVIEWED, "Página {1} de {2}")                                               \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "Folheto {1}")                                             \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "próxima revisão: {1}")                                     \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "Endereços web")                                          \
    X(L, WORD_LINKS, UNREVIEWED, "Ligações")                                                       \
    X(L, WORD_TABLE, DOCBOOK, "Tabela {1}. {2}")                                                   \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (continuação)")                                    \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "Nota {1}")                                                    \
    X(L, WORD_BACK, UNREVIEWED, "Voltar ao texto")                                                 \
    X(L, WORD_QR, UNREVIEWED, "Código QR que abre {1}")                                            \
    X(L, WORD_QR_USE, UNREVIEWED, "Leia este folheto no seu telemóvel")                            \
    X(L, WORD_LANGUAGES, UNREVIEWED, "Este folheto noutras línguas")                               \
    X(L, WORD_CONTENTS, DOCBOOK, "Índice")                                                         \
    X(L, WORD_COVER, UNREVIEWED, "Capa")                                                           \
    X(L, WORD_PAGES, UNREVIEWED, "Páginas")                                                        \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "Por fazer")                                                  \
    X(L, WORD_TASK_DONE, UNREVIEWED, "Feito")

#define WORDS_NL(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "Informatie voor patiënten")                                \
    X(L, WORD_NOTE, DOCBOOK, "Opmerking")                                                          \
    X(L, WORD_TIP, DOCBOOK, "Tip")                                                                 \
    X(L, WORD_IMPORTANT, DOCBOOK, "Belangrijk")                                                    \
    X(L, WORD_WARNING, DOCBOOK, "Waarschuwing")                                                    \
    X(L, WORD_CAUTION, DOCBOOK, "Let op")                                                          \
    X(L, WORD_EMERGENCY, UNREVIEWED, "Noodgeval")                                                  \
    X(L, WORD_URGENT, UNREVIEWED, "Dringend")                                                      \
    X(L, WORD_ROUTINE, UNREVIEWED, "Niet dringend")                                                \
    X(L, WORD_DO, UNREVIEWED, "Wel doen")                                                          \
    X(L, WORD_DONT, UNREVIEWED, "Niet doen")                                                       \
    X(L, WORD_CONTACT, UNREVIEWED, "Contact")                                                      \
    X(L, WORD_PHONE, UNREVIEWED, "Telefoon")                                                       \
    X(L, WORD_HOURS, UNREVIEWED, "Openingstijden")                                                 \
    X(L, WORD_EMAIL, UNREVIEWED, "E-mail")                                                         \
    X(L, WORD_WEB, UNREVIEWED, "Website")                                                          \
    X(L, WORD_ADDRESS, UNREVIEWED, "Adres")                                                        \
    X(L, WORD_ABOUT, UNREVIEWED, "Over deze folder")                                               \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "Geschreven door")                                           \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "Gecontroleerd door")                                        \
    X(L, WORD_OWNER, UNREVIEWED, "Verantwoordelijk")                                               \
    X(L, WORD_REFERENCE, UNREVIEWED, "Referentie")                                                 \
    X(L, WORD_VERSION, UNREVIEWED, "versie {1}")                                                   \
    X(L, WORD_PUBLISHED, UNREVIEWED, "Publicatie")                                                 \
    X(L, WORD_REVIEWED, UNREVIEWED, "Laatste controle")                                            \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "Volgende controle")                                        \
    X(L, WORD_SOURCES, UNREVIEWED, "Bronnen")                                                      \
    X(L, WORD_AUDIENCE, UNREVIEWED, "Voor")                                                        \
    X(L, WORD_DRAFT, UNREVIEWED, "Concept")                                                        \
    X(L, WORD_PAGE, UNREVIEWED, "Pagina {1} van {2}")                                              \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "Folder {1}")                                              \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "volgende controle: {1}")                                   \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "Webadressen")                                            \
    X(L, WORD_LINKS, UNREVIEWED, "Links")                                                          \
    X(L, WORD_TABLE, DOCBOOK, "Tabel {1}. {2}")                                                    \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (vervolg)")                                        \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "Voetnoot {1}")                                                \
    X(L, WORD_BACK, UNREVIEWED, "Terug naar de tekst")                                             \
    X(L, WORD_QR, UNREVIEWED, "QR-code die {1} opent")                                             \
    X(L, WORD_QR_USE, UNREVIEWED, "Lees deze folder op uw telefoon")                               \
    X(L, WORD_LANGUAGES, UNREVIEWED, "Deze folder in andere talen")                                \
    X(L, WORD_CONTENTS, DOCBOOK, "Inhoudsopgave")                                                  \
    X(L, WORD_COVER, UNREVIEWED, "Omslag")                                                         \
    X(L, WORD_PAGES, UNREVIEWED, "Pagina’s")                                                       \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "Te doen")                                                    \
    X(L, WORD_TASK_DONE, UNREVIEWED, "Gedaan")

#define WORDS_RO(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "Informații pentru pacienți")                               \
    X(L, WORD_NOTE, DOCBOOK, "Notă")                                                               \
    X(L, WORD_TIP, SPHINX, "Sfat")                                                                 \
    X(L, WORD_IMPORTANT, DOCBOOK, "Important")                                                     \
    X(L, WORD_WARNING, DOCBOOK, "Avertisment")                                                     \
    X(L, WORD_CAUTION, DOCBOOK, "Atenție")                                                         \
    X(L, WORD_EMERGENCY, UNREVIEWED, "Urgență")                                                    \
    X(L, WORD_URGENT, UNREVIEWED, "Urgent")                                                        \
    X(L, WORD_ROUTINE, UNREVIEWED, "Fără urgență")                                                 \
    X(L, WORD_DO, UNREVIEWED, "Ce să faceți")                                                      \
    X(L, WORD_DONT, UNREVIEWED, "Ce să nu faceți")                                                 \
    X(L, WORD_CONTACT, UNREVIEWED, "Contactați-ne")                                                \
    X(L, WORD_PHONE, UNREVIEWED, "Telefon")                                                        \
    X(L, WORD_HOURS, UNREVIEWED, "Program")                                                        \
    X(L, WORD_EMAIL, UNREVIEWED, "E-mail")                                                         \
    X(L, WORD_WEB, UNREVIEWED, "Site web")                                                         \
    X(L, WORD_ADDRESS, UNREVIEWED, "Adresă")                                                       \
    X(L, WORD_ABOUT, UNREVIEWED, "Despre acest pliant")                                            \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "Autor")                                                     \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "Verificare")                                                \
    X(L, WORD_OWNER, UNREVIEWED, "Responsabil")                                                    \
    X(L, WORD_REFERENCE, UNREVIEWED, "Referință")                                                  \
    X(L, WORD_VERSION, UNREVIEWED, "versiunea {1}")                                                \
    X(L, WORD_PUBLISHED, UNREVIEWED, "Publicare")                                                  \
    X(L, WORD_REVIEWED, UNREVIEWED, "Ultima revizuire")                                            \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "Următoarea revizuire")                                     \
    X(L, WORD_SOURCES, UNREVIEWED, "Surse")                                                        \
    X(L, WORD_AUDIENCE, UNREVIEWED, "Pentru")                                                      \
    X(L, WORD_DRAFT, DOCBOOK, "Ciornă")                                                            \
    X(L, WORD_PAGE, UNREVIEWED, "Pagina {1} din {2}")                                              \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "Pliant {1}")                                              \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "următoarea revizuire: {1}")                                \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "Adrese web")                                             \
    X(L, WORD_LINKS, UNREVIEWED, "Linkuri")                                                        \
    X(L, WORD_TABLE, SPHINX, "Tabelul {1}. {2}")                                                   \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (continuare)")                                     \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "Nota {1}")                                                    \
    X(L, WORD_BACK, UNREVIEWED, "Înapoi la text")                                                  \
    X(L, WORD_QR, UNREVIEWED, "Cod QR care deschide {1}")                                          \
    X(L, WORD_QR_USE, UNREVIEWED, "Citiți acest pliant pe telefon")                                \
    X(L, WORD_LANGUAGES, UNREVIEWED, "Acest pliant în alte limbi")                                 \
    X(L, WORD_CONTENTS, DOCBOOK, "Cuprins")                                                        \
    X(L, WORD_COVER, UNREVIEWED, "Copertă")                                                        \
    X(L, WORD_PAGES, UNREVIEWED, "Pagini")                                                         \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "De făcut")                                                   \
    X(L, WORD_TASK_DONE, UNREVIEWED, "Făcut")

#define WORDS_GA(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "Eolas d’othair")                                           \
    X(L, WORD_NOTE, DOCBOOK, "Nóta")                                                               \
    X(L, WORD_TIP, DOCBOOK, "Leid")                                                                \
    X(L, WORD_IMPORTANT, DOCBOOK, "Tábhachtach")                                                   \
    X(L, WORD_WARNING, DOCBOOK, "Rabhadh")                                                         \
    X(L, WORD_CAUTION, DOCBOOK, "Fainic")                                                          \
    X(L, WORD_EMERGENCY, UNREVIEWED, "Éigeandáil")                                                 \
    X(L, WORD_URGENT, UNREVIEWED, "Práinneach")                                                    \
    X(L, WORD_ROUTINE, UNREVIEWED, "Níl práinn leis")                                              \
    X(L, WORD_DO, UNREVIEWED, "Déan")                                                              \
    X(L, WORD_DONT, UNREVIEWED, "Ná déan")                                                         \
    X(L, WORD_CONTACT, UNREVIEWED, "Déan teagmháil linn")                                          \
    X(L, WORD_PHONE, UNREVIEWED, "Fón")                                                            \
    X(L, WORD_HOURS, UNREVIEWED, "Uaireanta oscailte")                                             \
    X(L, WORD_EMAIL, UNREVIEWED, "Ríomhphost")                                                     \
    X(L, WORD_WEB, UNREVIEWED, "Suíomh gréasáin")                                                  \
    X(L, WORD_ADDRESS, UNREVIEWED, "Seoladh")                                                      \
    X(L, WORD_ABOUT, UNREVIEWED, "Faoin mbileog seo")                                              \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "Scríofa ag")                                                \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "Seiceáilte ag")                                             \
    X(L, WORD_OWNER, UNREVIEWED, "Freagrach")                                                      \
    X(L, WORD_REFERENCE, UNREVIEWED, "Tagairt")                                                    \
    X(L, WORD_VERSION, UNREVIEWED, "leagan {1}")                                                   \
    X(L, WORD_PUBLISHED, UNREVIEWED, "Foilsithe")                                                  \
    X(L, WORD_REVIEWED, UNREVIEWED, "Athbhreithniú deireanach")                                    \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "An chéad athbhreithniú eile")                              \
    X(L, WORD_SOURCES, UNREVIEWED, "Foinsí")                                                       \
    X(L, WORD_AUDIENCE, UNREVIEWED, "Dóibh seo")                                                   \
    X(L, WORD_DRAFT, DOCBOOK, "Dréacht")                                                           \
    X(L, WORD_PAGE, UNREVIEWED, "Leathanach {1} as {2}")                                           \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "Bileog {1}")                                              \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "an chéad athbhreithniú eile: {1}")                         \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "Seoltaí gréasáin")                                       \
    X(L, WORD_LINKS, UNREVIEWED, "Naisc")                                                          \
    X(L, WORD_TABLE, DOCBOOK, "Tábla {1}. {2}")                                                    \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (ar lean)")                                        \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "Fonóta {1}")                                                  \
    X(L, WORD_BACK, UNREVIEWED, "Ar ais go dtí an téacs")                                          \
    X(L, WORD_QR, UNREVIEWED, "Cód QR a osclaíonn {1}")                                            \
    X(L, WORD_QR_USE, UNREVIEWED, "Léigh an bhileog seo ar d’fhón")                                \
    X(L, WORD_LANGUAGES, UNREVIEWED, "An bhileog seo i dteangacha eile")                           \
    X(L, WORD_CONTENTS, DOCBOOK, "Clár ábhair")                                                    \
    X(L, WORD_COVER, UNREVIEWED, "Clúdach")                                                        \
    X(L, WORD_PAGES, UNREVIEWED, "Leathanaigh")                                                    \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "Le déanamh")                                                 \
    X(L, WORD_TASK_DONE, UNREVIEWED, "Déanta")

#define WORDS_CY(X, L)                                                                             \
    X(L, WORD_INFORMATION, IN_USE, "Gwybodaeth i gleifion")                                        \
    X(L, WORD_NOTE, DOCBOOK, "Nodyn")                                                              \
    X(L, WORD_TIP, SPHINX, "Awgrym")                                                               \
    X(L, WORD_IMPORTANT, DOCBOOK, "Pwysig")                                                        \
    X(L, WORD_WARNING, DOCBOOK, "Rhybudd")                                                         \
    X(L, WORD_CAUTION, IN_USE, "Byddwch yn ofalus")                                                \
    X(L, WORD_EMERGENCY, IN_USE, "Argyfwng")                                                       \
    X(L, WORD_URGENT, IN_USE, "Brys")                                                              \
    X(L, WORD_ROUTINE, IN_USE, "Ddim yn frys")                                                     \
    X(L, WORD_DO, IN_USE, "Gwnewch")                                                               \
    X(L, WORD_DONT, IN_USE, "Peidiwch")                                                            \
    X(L, WORD_CONTACT, IN_USE, "Cysylltu â ni")                                                    \
    X(L, WORD_PHONE, IN_USE, "Ffôn")                                                               \
    X(L, WORD_HOURS, IN_USE, "Oriau agor")                                                         \
    X(L, WORD_EMAIL, IN_USE, "E-bost")                                                             \
    X(L, WORD_WEB, IN_USE, "Gwefan")                                                               \
    X(L, WORD_ADDRESS, IN_USE, "Cyfeiriad")                                                        \
    X(L, WORD_ABOUT, IN_USE, "Am y daflen hon")                                                    \
    X(L, WORD_WRITTEN_BY, IN_USE, "Ysgrifennwyd gan")                                              \
    X(L, WORD_CHECKED_BY, IN_USE, "Gwiriwyd gan")                                                  \
    X(L, WORD_OWNER, IN_USE, "Perchennog")                                                         \
    X(L, WORD_REFERENCE, IN_USE, "Cyfeirnod")                                                      \
    X(L, WORD_VERSION, IN_USE, "fersiwn {1}")                                                      \
    X(L, WORD_PUBLISHED, IN_USE, "Cyhoeddwyd")                                                     \
    X(L, WORD_REVIEWED, IN_USE, "Adolygwyd ddiwethaf")                                             \
    X(L, WORD_NEXT_REVIEW, IN_USE, "Adolygiad nesaf")                                              \
    X(L, WORD_SOURCES, IN_USE, "Ffynonellau")                                                      \
    X(L, WORD_AUDIENCE, IN_USE, "Ar gyfer")                                                        \
    X(L, WORD_DRAFT, DOCBOOK, "Drafft")                                                            \
    X(L, WORD_PAGE, IN_USE, "Tudalen {1} o {2}")                                                   \
    X(L, WORD_FOOT_LEAFLET, IN_USE, "Taflen {1}")                                                  \
    X(L, WORD_FOOT_REVIEW, IN_USE, "adolygiad nesaf: {1}")                                         \
    X(L, WORD_WEB_ADDRESSES, IN_USE, "Cyfeiriadau gwe")                                            \
    X(L, WORD_LINKS, IN_USE, "Dolenni")                                                            \
    X(L, WORD_TABLE, DOCBOOK, "Tabl {1}. {2}")                                                     \
    X(L, WORD_TABLE_CONTINUED, IN_USE, "{1} (parhad)")                                             \
    X(L, WORD_FOOTNOTE, IN_USE, "Troednodyn {1}")                                                  \
    X(L, WORD_BACK, IN_USE, "Yn ôl i’r testun")                                                    \
    X(L, WORD_QR, IN_USE, "Cod QR sy’n agor {1}")                                                  \
    X(L, WORD_QR_USE, IN_USE, "Darllenwch y daflen hon ar eich ffôn")                              \
    X(L, WORD_LANGUAGES, IN_USE, "Y daflen hon mewn ieithoedd eraill")                             \
    X(L, WORD_CONTENTS, DOCBOOK, "Cynnwys")                                                        \
    X(L, WORD_COVER, IN_USE, "Clawr")                                                              \
    X(L, WORD_PAGES, IN_USE, "Tudalennau")                                                         \
    X(L, WORD_TASK_OPEN, IN_USE, "I’w wneud")                                                      \
    X(L, WORD_TASK_DONE, IN_USE, "Wedi’i wneud")
