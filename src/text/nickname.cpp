#include "text/nickname.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace discern {
namespace {

struct ShortForm {
    std::string_view form, name;
    constexpr bool operator<(const ShortForm& other) const {
        return form != other.form ? form < other.form : name < other.name;
    }
};

// Each name stands for itself too, so that two short forms of one name meet.
constexpr auto forms_as_written = std::to_array<ShortForm>({
    {"abby", "abigail"}, {"gail", "abigail"}, {"al", "albert"}, {"bert", "albert"}, {"al", "alan"},
    {"alex", "alexander"}, {"sandy", "alexander"}, {"sasha", "alexander"}, {"xander", "alexander"},
    {"alex", "alexandra"}, {"sandra", "alexandra"}, {"sasha", "alexandra"}, {"alec", "alexander"},
    {"alejo", "alejandro"}, {"ale", "alejandro"}, {"andy", "andrew"}, {"drew", "andrew"}, {"andi", "andreas"},
    {"andy", "andreas"}, {"angie", "angela"}, {"geli", "angela"}, {"annie", "anna"}, {"anni", "anna"},
    {"anne", "anna"}, {"toni", "anton"}, {"toni", "antonia"}, {"tony", "anthony"}, {"toni", "antonio"},
    {"tonio", "antonio"}, {"art", "arthur"}, {"barb", "barbara"}, {"babs", "barbara"}, {"ben", "benjamin"},
    {"benny", "benjamin"}, {"beni", "benjamin"}, {"bernie", "bernard"}, {"bernd", "bernhard"},
    {"caro", "carolin"}, {"caro", "carolina"}, {"carrie", "caroline"}, {"cathy", "catherine"},
    {"kate", "catherine"}, {"cate", "catherine"}, {"katie", "catherine"}, {"charlie", "charles"},
    {"chuck", "charles"}, {"charly", "charles"}, {"charlie", "charlotte"}, {"lotte", "charlotte"},
    {"chris", "christopher"}, {"topher", "christopher"}, {"kit", "christopher"}, {"chris", "christian"},
    {"chris", "christine"}, {"chris", "christina"}, {"tina", "christina"}, {"tina", "martina"},
    {"tina", "christine"}, {"chrissy", "christine"}, {"kris", "kristina"}, {"kris", "kristian"},
    {"conny", "cornelia"}, {"con", "cornelius"}, {"connie", "constance"}, {"cindy", "cynthia"},
    {"dan", "daniel"}, {"danny", "daniel"}, {"dani", "daniel"}, {"dani", "daniela"}, {"dave", "david"},
    {"davy", "david"}, {"deb", "deborah"}, {"debbie", "deborah"}, {"denny", "dennis"}, {"diego", "santiago"},
    {"dick", "richard"}, {"didi", "dietrich"}, {"dieter", "dietrich"}, {"dima", "dmitri"}, {"dom", "dominic"},
    {"nick", "dominic"}, {"don", "donald"}, {"dot", "dorothy"}, {"doug", "douglas"}, {"ed", "edward"},
    {"eddie", "edward"}, {"ted", "edward"}, {"ned", "edward"}, {"edu", "eduardo"}, {"lalo", "eduardo"},
    {"ed", "edmund"}, {"ed", "edwin"}, {"ellie", "eleanor"}, {"nell", "eleanor"}, {"ellie", "elena"},
    {"lena", "elena"}, {"lena", "magdalena"}, {"lena", "helena"}, {"liz", "elizabeth"}, {"lizzie", "elizabeth"},
    {"beth", "elizabeth"}, {"betty", "elizabeth"}, {"eliza", "elizabeth"}, {"betsy", "elizabeth"},
    {"lisa", "elizabeth"}, {"elli", "elisabeth"}, {"lisa", "elisabeth"}, {"sisi", "elisabeth"},
    {"liz", "elisabeth"}, {"em", "emily"}, {"emmy", "emily"}, {"manu", "emmanuel"}, {"manu", "manuela"},
    {"manu", "manuel"}, {"manolo", "manuel"}, {"lalo", "gonzalo"}, {"frank", "francis"}, {"fran", "francis"},
    {"fran", "frances"}, {"paco", "francisco"}, {"pancho", "francisco"}, {"fran", "francisco"},
    {"franz", "francis"}, {"fred", "frederick"}, {"freddie", "frederick"}, {"fred", "alfred"},
    {"fritz", "friedrich"}, {"fredi", "alfred"}, {"gabe", "gabriel"}, {"gabi", "gabriele"}, {"gaby", "gabriela"},
    {"gabi", "gabriel"}, {"geoff", "geoffrey"}, {"jeff", "geoffrey"}, {"jerry", "gerald"}, {"gerry", "gerald"},
    {"gerd", "gerhard"}, {"gert", "gerhard"}, {"greg", "gregory"}, {"grisha", "grigori"}, {"gus", "august"},
    {"gus", "gustav"}, {"hal", "harold"}, {"harry", "harold"}, {"harry", "henry"}, {"hank", "henry"},
    {"heinz", "heinrich"}, {"hein", "heinrich"}, {"hans", "johannes"}, {"hannes", "johannes"}, {"joe", "johannes"},
    {"nacho", "ignacio"}, {"izzy", "isabella"}, {"bella", "isabella"}, {"isa", "isabel"}, {"ike", "isaac"},
    {"jake", "jacob"}, {"jack", "john"}, {"johnny", "john"}, {"jon", "jonathan"}, {"johnny", "jonathan"},
    {"jim", "james"}, {"jimmy", "james"}, {"jamie", "james"}, {"jaime", "james"}, {"jan", "janet"},
    {"jen", "jennifer"}, {"jenny", "jennifer"}, {"jess", "jessica"}, {"jess", "jesse"}, {"jeff", "jeffrey"},
    {"jerry", "jeremy"}, {"jo", "joanna"}, {"joan", "joanna"}, {"joe", "joseph"}, {"joey", "joseph"},
    {"sepp", "josef"}, {"pepe", "jose"}, {"chema", "jose"}, {"josh", "joshua"}, {"joaco", "joaquin"},
    {"jochen", "joachim"}, {"achim", "joachim"}, {"jorg", "georg"}, {"jurgen", "georg"}, {"schorsch", "georg"},
    {"juli", "julia"}, {"jule", "julia"}, {"kathy", "katherine"}, {"kate", "katherine"}, {"katie", "katherine"},
    {"kat", "katherine"}, {"kathi", "katharina"}, {"katja", "katharina"}, {"kati", "katharina"}, {"katya", "ekaterina"},
    {"ken", "kenneth"}, {"kenny", "kenneth"}, {"kim", "kimberly"}, {"larry", "lawrence"}, {"laurie", "lawrence"},
    {"len", "leonard"}, {"lenny", "leonard"}, {"leo", "leonard"}, {"leo", "leonardo"}, {"lew", "lewis"},
    {"lou", "louis"}, {"lou", "louise"}, {"luli", "luisa"}, {"lucho", "luis"}, {"lucy", "lucia"},
    {"maggie", "margaret"}, {"meg", "margaret"}, {"peggy", "margaret"}, {"marge", "margaret"},
    {"greta", "margareta"}, {"grete", "margarete"}, {"gretchen", "margarete"}, {"rita", "margarita"},
    {"marc", "marcus"}, {"mark", "marcus"}, {"mark", "markus"}, {"marta", "martha"}, {"marty", "martin"},
    {"molly", "mary"}, {"polly", "mary"}, {"mia", "maria"}, {"mary", "maria"}, {"marie", "maria"},
    {"masha", "maria"}, {"matt", "matthew"}, {"matty", "matthew"}, {"matti", "matthias"}, {"hias", "matthias"},
    {"max", "maximilian"}, {"max", "maxwell"}, {"mel", "melanie"}, {"mel", "melissa"}, {"mike", "michael"},
    {"mick", "michael"}, {"mickey", "michael"}, {"michi", "michael"}, {"micha", "michael"}, {"michel", "michael"},
    {"misha", "mikhail"}, {"mitch", "mitchell"}, {"micky", "michaela"}, {"moni", "monika"}, {"nan", "nancy"},
    {"nat", "nathan"}, {"nate", "nathan"}, {"nate", "nathaniel"}, {"nat", "natalie"}, {"natasha", "natalia"},
    {"nick", "nicholas"}, {"nicky", "nicholas"}, {"klaus", "nikolaus"}, {"niko", "nikolaus"}, {"nico", "nicolas"},
    {"nicki", "nicole"}, {"kolya", "nikolai"}, {"ollie", "oliver"}, {"olli", "oliver"}, {"olga", "helga"},
    {"pam", "pamela"}, {"pat", "patricia"}, {"trish", "patricia"}, {"tricia", "patricia"}, {"patty", "patricia"},
    {"pat", "patrick"}, {"paddy", "patrick"}, {"pablo", "paul"}, {"pete", "peter"}, {"phil", "philip"},
    {"phil", "philipp"}, {"pip", "philip"}, {"ray", "raymond"}, {"rafa", "rafael"}, {"becky", "rebecca"},
    {"becca", "rebecca"}, {"rich", "richard"}, {"rick", "richard"}, {"ricky", "richard"}, {"ricardo", "richard"},
    {"rob", "robert"}, {"bob", "robert"}, {"bobby", "robert"}, {"robbie", "robert"}, {"bert", "robert"},
    {"rod", "roderick"}, {"rolf", "rudolf"}, {"rudi", "rudolf"}, {"ron", "ronald"}, {"ronnie", "ronald"},
    {"roz", "rosalind"}, {"rosie", "rose"}, {"sal", "salvador"}, {"chava", "salvador"}, {"sam", "samuel"},
    {"sammy", "samuel"}, {"sam", "samantha"}, {"seb", "sebastian"}, {"basti", "sebastian"}, {"seba", "sebastian"},
    {"sergi", "sergio"}, {"seryozha", "sergei"}, {"sofi", "sofia"}, {"sophie", "sophia"}, {"steph", "stephanie"},
    {"steffi", "stefanie"}, {"steve", "steven"}, {"steve", "stephen"}, {"stevie", "steven"}, {"stu", "stuart"},
    {"sue", "susan"}, {"susie", "susan"}, {"suzy", "susan"}, {"susi", "susanne"}, {"sanne", "susanne"},
    {"tati", "tatiana"}, {"tanya", "tatiana"}, {"terry", "terence"}, {"terry", "theresa"}, {"tess", "theresa"},
    {"resi", "theresia"}, {"theo", "theodore"}, {"ted", "theodore"}, {"theo", "theodor"}, {"tom", "thomas"},
    {"tommy", "thomas"}, {"tim", "timothy"}, {"uli", "ulrich"}, {"ulli", "ulrike"}, {"uschi", "ursula"},
    {"val", "valerie"}, {"vicky", "victoria"}, {"vic", "victor"}, {"vince", "vincent"}, {"vinny", "vincent"},
    {"vivi", "viviana"}, {"vlad", "vladimir"}, {"volodya", "vladimir"}, {"wally", "walter"}, {"walt", "walter"},
    {"wes", "wesley"}, {"bill", "william"}, {"billy", "william"}, {"will", "william"}, {"willy", "william"},
    {"liam", "william"}, {"willi", "wilhelm"}, {"wolf", "wolfgang"}, {"wolfi", "wolfgang"}, {"zach", "zachary"},
    {"zack", "zachary"}, {"xavi", "xavier"}, {"javi", "javier"}, {"yura", "yuri"}, {"zhenya", "evgeni"},
});

template <std::size_t N>
constexpr std::array<ShortForm, N> sorted(std::array<ShortForm, N> list) {
    std::sort(list.begin(), list.end());
    return list;
}
constexpr auto forms = sorted(forms_as_written);

// The names that a word is a short form of.
std::span<const ShortForm> names_of(std::string_view word) {
    const auto first = std::lower_bound(forms.begin(), forms.end(), word,
                                        [](const ShortForm& entry, std::string_view wanted) { return entry.form < wanted; });
    auto last = first;
    while (last != forms.end() && last->form == word) ++last;
    return {first, last};
}

}  // namespace

bool may_be_nicknames(std::string_view one, std::string_view other) {
    if (one == other) return false;
    const auto of_one = names_of(one), of_other = names_of(other);
    const auto holds = [](std::span<const ShortForm> names, std::string_view word) {
        return std::any_of(names.begin(), names.end(), [&](const ShortForm& entry) { return entry.name == word; });
    };
    if (holds(of_one, other) || holds(of_other, one)) return true;
    return std::any_of(of_one.begin(), of_one.end(), [&](const ShortForm& entry) { return holds(of_other, entry.name); });
}

}  // namespace discern
