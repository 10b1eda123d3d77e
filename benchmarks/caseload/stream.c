/* How fast memory is read, on all threads: the limit of any engine that reads each column once. */
#include <stdint.h>

int64_t total(const int64_t *restrict numbers, int64_t length)
{
    int64_t sum = 0;
#pragma omp parallel for simd reduction(+ : sum) schedule(static)
    for (int64_t i = 0; i < length; i++)
        sum += numbers[i];
    return sum;
}
