#include "tests/app/archives.hpp"

#include <string>

namespace discern::testing {
namespace {

constexpr std::string_view connections =
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ana,Sample,https://www.linkedin.com/in/ana-sample,,Kvitfjell Energi,Head of procurement,08 Feb 2026\n"
    "William,Tarrant,https://www.linkedin.com/in/william-tarrant,,Cedar & Loom,Weaver,01 Feb 2026\n"
    "Mirela,Costin,https://www.linkedin.com/in/mirela-costin,,Lakeside Foods,Plant manager,11 Jan 2026\n"
    "\xe4\xbc\x9f,\xe7\x8e\x8b,https://www.linkedin.com/in/wei-wang-77,,Harbour Optics,Engineer,02 Jan 2026\n"
    "Bruno,Keller,https://www.linkedin.com/in/bruno-keller,,Orchard Press,Editor,30 Dec 2025\n"
    "Sofia,Lindqvist,https://www.linkedin.com/in/sofia-lindqvist,,Polar Insurance,Recruiter,20 Dec 2025\n"
    "Ines,Prado,https://www.linkedin.com/in/ines-prado,,Quarry Motors,Designer,10 Dec 2025\n";
constexpr std::string_view later_connection =
    "Tom\xc3\xa1s,Iriarte,https://www.linkedin.com/in/tomas-iriarte,,Cedar & Loom,Dyer,20 Feb 2026\n";

constexpr std::string_view header = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n";
constexpr std::string_view questions =
    "Ana Sample,Noor Vidal,\"2/10/26, 2:37 PM\",Hello again from my new place,INCOMING,https://www.linkedin.com/in/ana-kvitfjell,https://www.linkedin.com/in/noor\n"
    "Bill Tarrant,Noor Vidal,\"2/9/26, 2:37 PM\",,INCOMING,,\n"
    "Mirela Ionescu (Costin),Noor Vidal,\"2/8/26, 2:37 PM\",,INCOMING,,\n"
    "\xe7\x8e\x8b\xe4\xbc\x9f,Noor Vidal,\"2/7/26, 2:37 PM\",,INCOMING,,\n"
    "BRUNO KELLER,Noor Vidal,\"2/6/26, 2:37 PM\",,INCOMING,,\n"
    "Tom\xc3\xa1s Iriarte,Noor Vidal,\"2/6/26, 2:37 PM\",We met at the loom fair in Ghent,INCOMING,https://www.linkedin.com/in/tomas-iriarte,https://www.linkedin.com/in/noor\n"
    "Kerstin Aalto,Noor Vidal,\"2/5/26, 2:37 PM\",,INCOMING,https://www.linkedin.com/in/kerstin-aalto,https://www.linkedin.com/in/noor\n"
    "Jonas Wren,Noor Vidal,\"2/4/26, 2:37 PM\",,INCOMING,https://www.linkedin.com/in/jonas-wren,https://www.linkedin.com/in/noor\n"
    "Noor Vidal,Peggy Ash,\"2/3/26, 2:37 PM\",,OUTGOING,https://www.linkedin.com/in/noor,https://www.linkedin.com/in/peggy-ash\n";
constexpr std::string_view soon_gone =
    "Livia Brand,Noor Vidal,\"2/2/26, 2:37 PM\",,INCOMING,https://www.linkedin.com/in/livia-brand,https://www.linkedin.com/in/noor\n";
constexpr std::string_view new_ones =
    "Oskar Feld,Noor Vidal,\"2/19/26, 2:37 PM\",Your talk on grids was the best of the day,INCOMING,https://www.linkedin.com/in/oskar-feld,https://www.linkedin.com/in/noor\n"
    "Dana Quill,Noor Vidal,\"2/18/26, 2:37 PM\",,INCOMING,https://www.linkedin.com/in/dana-quill,https://www.linkedin.com/in/noor\n";

std::string text(std::initializer_list<std::string_view> parts) {
    std::string all;
    for (const std::string_view part : parts) all += part;
    return all;
}

}  // namespace

NamedBytes loose_file(std::string_view name, std::string_view content) {
    NamedBytes file;
    file.name = name;
    file.bytes.assign(content.begin(), content.end());
    file.size = file.bytes.size();
    return file;
}

std::vector<NamedBytes> archive_with_questions() {
    return {loose_file("Connections.csv", connections), loose_file("Invitations.csv", text({header, questions, soon_gone}))};
}

std::vector<NamedBytes> archive_with_many_messages() {
    std::string messages = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n";
    const std::string row = "c1,,Sofia Lindqvist,https://www.linkedin.com/in/sofia-lindqvist,Noor Vidal,https://www.linkedin.com/in/noor,2025-01-02 10:00:00 UTC,," +
                            std::string(900, 'a') + ",INBOX\n";
    while (messages.size() < 4'100'000) messages += row;
    std::vector<NamedBytes> files = archive_with_questions();
    std::erase_if(files, [](const NamedBytes& file) { return file.name == "messages.csv"; });
    files.push_back(loose_file("messages.csv", messages));
    return files;
}

std::vector<NamedBytes> archive_some_days_later() {
    return {loose_file("Connections.csv", text({connections, later_connection})),
            loose_file("Invitations.csv", text({header, new_ones, questions}))};
}

NamedBytes address_book() {
    return loose_file("friends.vcf",
                      "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ines Prado\r\nN:Prado;Ines;;;\r\nEMAIL:ines@example.org\r\nEND:VCARD\r\n"
                      "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Aunt Gerda\r\nN:Gerda;Aunt;;;\r\nEND:VCARD\r\n"
                      "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:The Plumber\r\nN:Plumber;The;;;\r\nEND:VCARD\r\n");
}

std::string_view copied_page() {
    return "Manage invitations\nReceived\nSent\nAll (3)\n"
           "Kerstin Aalto is inviting you to connect\nLighthouse keeper at Harbour Optics\nInes Prado and 3 other mutual connections\n2 weeks ago\nIgnore\nAccept\n"
           "Rosa Tamm is inviting you to connect\nTranslator of sea charts\n1 week ago\nIgnore\nAccept\nHello, I read your essay on tides.\n"
           "Emil Sorge is inviting you to connect\nBuyer at Lakeside Foods\n3 days ago\nIgnore\nAccept\n";
}

}  // namespace discern::testing
