#include "text/company.hpp"

#include <gtest/gtest.h>

using namespace discern;

TEST(CompanyKey, leaves_out_legal_forms_quotes_and_brackets) {
    for (const char* name : {"Acme Foods", "ACME Foods, Inc.", "Acme Foods GmbH & Co. KG", "Acme Foods S.A.",
                             "Acme Foods \"EMEA\"", "The Acme Foods Company", "Acme Foods (part of Contoso)"})
        EXPECT_EQ(company_key(name), "acme foods") << name;
}

TEST(CompanyKey, keeps_what_would_otherwise_be_nothing) {
    EXPECT_EQ(company_key("Limited"), "limited");
    EXPECT_EQ(company_key("Null"), "null");
    EXPECT_EQ(company_key("3M"), "3m");
    EXPECT_EQ(company_key(""), "");
}
