// A parameter that takes anything callable, without a copy or an allocation. Never store one: it only points.
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

namespace discern {

template <class Signature>
class FunctionRef;

template <class Returned, class... Given>
class FunctionRef<Returned(Given...)> {
public:
    template <class Callable>
    requires(!std::is_same_v<std::remove_cvref_t<Callable>,
                             FunctionRef> && std::is_invocable_r_v<Returned, Callable&, Given...>)
        FunctionRef(Callable&& callable)  // implicit, so that a lambda can stand where one is asked for
        : object_(const_cast<void*>(static_cast<const void*>(std::addressof(callable)))),
          call_([](void* object, Given... given) -> Returned {
              return (*static_cast<std::remove_reference_t<Callable>*>(object))(std::forward<Given>(given)...);
          }) {}

    Returned operator()(Given... given) const { return call_(object_, std::forward<Given>(given)...); }

private:
    void* object_;
    Returned (*call_)(void*, Given...);
};

}  // namespace discern
