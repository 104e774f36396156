#include "model/place.h"

namespace samsvar::model {

std::string column_letters(int column)
{
    std::string letters;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

std::string cell_name(int row, int column)
{
    return column_letters(column) + std::to_string(row + 1);
}

std::string column_name(int column, bool sheet)
{
    return sheet ? column_letters(column) : std::to_string(column + 1);
}

}  // namespace samsvar::model
